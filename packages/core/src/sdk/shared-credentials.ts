import { runOutsideCalls } from '../fanout/call.js';
import { CredentialsError } from './credentials-error.js';
import type { CredentialProvider, Credentials } from './options.js';

/** Credentials are asked for again this many milliseconds before they expire, as the SDK's own clients do. */
const refreshAhead = 300_000;
/** How long a failure to resolve is every target's answer, so that a failing provider is not asked once a region. */
const failureKept = 1_000;

/** The provider as the SDK's clients take it: marked, so that none of them wraps it in a memory of its own. */
export type SharedProvider = CredentialProvider & { readonly memoized: true; readonly configBound: true };

/** One identity's credentials, resolved once for all clients of a set: one at a time, and again only ahead of their expiry. */
export class SharedCredentials {
  readonly provider: SharedProvider;
  readonly #ask: CredentialProvider;
  #resolved: Credentials | undefined;
  #pending: Promise<Credentials> | undefined;
  #failed: { readonly error: Error; readonly until: number } | undefined;

  constructor(given: Credentials | CredentialProvider | undefined, profile: string | undefined) {
    this.#ask = typeof given === 'function' ? given : given === undefined ? defaultChain(profile) : async () => given;
    const provider: CredentialProvider = (options) => this.resolve(options);
    this.provider = Object.assign(provider, { memoized: true as const, configBound: true as const });
  }

  /** The credentials; fails with a `CredentialsError` that says how to give some. */
  resolve(options?: { readonly forceRefresh?: boolean | undefined }): Promise<Credentials> {
    if (this.#pending !== undefined) return this.#pending;
    const forced = options?.forceRefresh === true;
    if (!forced && this.#resolved !== undefined && !expiresSoon(this.#resolved)) return Promise.resolve(this.#resolved);
    if (this.#failed !== undefined && performance.now() < this.#failed.until) return Promise.reject(this.#failed.error);
    this.#pending = runOutsideCalls(() => this.#resolveAnew(forced));
    return this.#pending;
  }

  async #resolveAnew(forceRefresh: boolean): Promise<Credentials> {
    try {
      this.#resolved = await this.#ask(forceRefresh ? { forceRefresh } : undefined);
      this.#failed = undefined;
      return this.#resolved;
    } catch (cause) {
      const error = new CredentialsError(cause);
      this.#failed = { error, until: performance.now() + failureKept };
      throw error;
    } finally {
      this.#pending = undefined;
    }
  }
}

function expiresSoon({ expiration }: Credentials): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < refreshAhead;
}

/** The SDK's own chain, loaded when it is first asked. */
function defaultChain(profile: string | undefined): CredentialProvider {
  let chain: Promise<CredentialProvider> | undefined;
  return async (options) => {
    chain ??= import('@aws-sdk/credential-provider-node').then(({ defaultProvider }) => {
      return defaultProvider(profile === undefined ? {} : { profile }) as CredentialProvider;
    });
    return (await chain)(options);
  };
}
