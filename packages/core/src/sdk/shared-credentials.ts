import { runOutsideCalls } from '../fanout/call.js';
import { presentable } from './clean-error.js';
import { CredentialsError } from './credentials-error.js';
import type { CredentialProvider, Credentials } from './options.js';

/** Credentials are renewed this many milliseconds before they expire, and up to a fifth earlier, so that processes do not all ask at once. */
const renewAhead = 300_000;
/** How long a failure to resolve is every target's answer, so that a failing provider is not asked once a region. */
const failureKept = 5_000;

/** The provider as the SDK's clients take it: marked, so that none of them wraps it in a memory of its own. */
export type SharedProvider = CredentialProvider & { readonly memoized: true; readonly configBound: true };

/** One identity's credentials, resolved once for all clients of a set: one at a time, and again only ahead of their expiry. */
export class SharedCredentials {
  readonly provider: SharedProvider;
  readonly #ask: CredentialProvider;
  #current: { readonly credentials: Credentials; readonly renewAt: number } | undefined;
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
    if (!forced && this.#current !== undefined && Date.now() < this.#current.renewAt) {
      return Promise.resolve(this.#current.credentials);
    }
    if (this.#failed !== undefined && performance.now() < this.#failed.until)
      return this.#stillHeld(this.#failed.error);
    this.#pending = runOutsideCalls(() => this.#resolveAnew(forced));
    return this.#pending;
  }

  async #resolveAnew(forceRefresh: boolean): Promise<Credentials> {
    try {
      const credentials = checked(await this.#ask(forceRefresh ? { forceRefresh } : undefined));
      this.#current = { credentials, renewAt: renewalOf(credentials) };
      this.#failed = undefined;
      return credentials;
    } catch (cause) {
      const error = new CredentialsError(presentable(cause));
      this.#failed = { error, until: performance.now() + failureKept };
      return await this.#stillHeld(error);
    } finally {
      this.#pending = undefined;
    }
  }

  /** Renewing begins while the old ones still hold: until they expire, that it fails is nobody's trouble. */
  #stillHeld(error: Error): Promise<Credentials> {
    const { credentials } = this.#current ?? {};
    const held = credentials?.expiration !== undefined && Date.now() < credentials.expiration.getTime();
    return held ? Promise.resolve(credentials) : Promise.reject(error);
  }
}

/** When to renew: ahead of the expiry, but not before half of a short life is over. */
function renewalOf({ expiration }: Credentials): number {
  if (expiration === undefined) return Number.POSITIVE_INFINITY;
  const life = expiration.getTime() - Date.now();
  return Date.now() + Math.max(life - renewAhead * (1 + Math.random() / 5), life / 2);
}

/** The message shows nothing of what the provider gave, since that may be a secret. */
function checked(given: Credentials): Credentials {
  const { accessKeyId, secretAccessKey } = (given ?? {}) as Partial<Credentials>;
  if (typeof accessKeyId === 'string' && typeof secretAccessKey === 'string') return given;
  throw new TypeError('the provider gave no object with accessKeyId and secretAccessKey');
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
