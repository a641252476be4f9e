import type { Facts } from '@proj/core/store';

/** Where the object store is, in a region of a catalog. Addresses end with the account, without a slash. */
export interface RegionEndpoint {
  readonly region: string;
  /** The account's address. */
  readonly storage: string;
  /** The address by which its containers are published, at Rackspace. */
  readonly cdn?: string | undefined;
}

/** What logging in gives. The token is a secret. */
export interface Login {
  readonly token: string;
  /** When the token ends; `undefined` where the service does not say. */
  readonly expires: Date | undefined;
  readonly endpoints: readonly RegionEndpoint[];
}

/** A request to an identity service. */
export interface LoginRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as JSON. */
  readonly body?: object | undefined;
}

/** An identity service's answer that is a success. */
export interface LoginAnswer {
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the body says as JSON; `undefined` where it is none. */
  readonly body: unknown;
}

/** Sends a request to an identity service. @throws LoginError for an answer that is no success */
export type SendLogin = (request: LoginRequest) => Promise<LoginAnswer>;

/**
 * Somebody who can log in, by one of the ways that there are: `keystone()`, `rackspace()`, `v1()`, … or one of your own. It knows which store he logs in to.
 *
 * @example
 * ```ts
 * const fixed: Authenticator = {
 *   facts: swiftFacts,
 *   login: async () => ({ token, expires: undefined, endpoints: [{ region: 'RegionOne', storage }] }),
 * };
 * ```
 */
export interface Authenticator<F extends Facts = Facts> {
  readonly facts: F;
  /** The regions that he wants of the catalog. @defaultValue all */
  readonly regions?: readonly string[] | undefined;
  login(send: SendLogin): Promise<Login>;
}
