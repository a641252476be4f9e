import type { CallOptions } from '../../fanout/call-options.js';
import type { Target } from '../../targets/target.js';

/** Keys that sign requests. Never shown, logged or put into an error. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
  readonly accountId?: string | undefined;
}

/** Gives credentials when they are needed, as those of `@aws-sdk/credential-providers` do. */
export type CredentialProvider = (options?: { readonly forceRefresh?: boolean | undefined }) => Promise<Credentials>;

/**
 * Which regions a set has: those enabled for the account, every region of the partition that has the service, or a list of
 * names, globs (`eu-*`) and exclusions (`!me-*`; a list of nothing else leaves out of the enabled ones).
 */
export type RegionChoice = 'enabled' | 'all' | readonly string[];

/** Options of a set over a function that makes the service of a target. */
export interface FactoryOptions extends CallOptions {
  /** The service's name in targets and reports. @defaultValue the name of the class of what the function makes */
  readonly service?: string | undefined;
  /** @defaultValue 'enabled' */
  readonly regions?: RegionChoice | undefined;
  /** `aws`, `aws-cn`, `aws-us-gov`, … @defaultValue that of the regions named, else of the configured region, else `aws` */
  readonly partition?: string | undefined;
}

/** Options of a set over a client class. */
export interface ServiceSetOptions<Config> extends FactoryOptions {
  /** Resolved once for all regions, and for every set that is given the same. @defaultValue the SDK's own chain: environment, profile, SSO, container, instance */
  readonly credentials?: Credentials | CredentialProvider | undefined;
  /** Where requests go. @defaultValue the SDK's own rules, its environment variables included */
  readonly endpoint?: string | ((target: Target) => string) | undefined;
  /** Anything else that the client takes. @defaultValue none */
  readonly config?: Partial<Config> | ((target: Target) => Partial<Config>) | undefined;
}

/** What a client class takes to be made. */
export type ConfigOf<C> = C extends new (...args: infer A) => unknown ? NonNullable<A[0]> : never;
