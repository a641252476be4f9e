import { saysExpired } from '../failures/expiry-codes.js';
import type { CredentialProvider, Credentials } from '../set/options.js';
import { expiryAdvice } from './advice.js';
import { brokerOf } from './brokers.js';
import type { CredentialsBroker } from './credentials-broker.js';

/** The provider as the SDK's clients take it: marked, so that none of them wraps it in a memory of its own. */
export type SharedProvider = CredentialProvider & { readonly memoized: true; readonly configBound: true };

/** A set's part in the credentials of its identity, which it shares with every other set of the process that has the same. */
export class SharedCredentials {
  readonly provider: SharedProvider;
  readonly #given: Credentials | CredentialProvider | undefined;
  readonly #profile: string | undefined;
  #broker: CredentialsBroker | undefined;

  constructor(given: Credentials | CredentialProvider | undefined, profile: string | undefined) {
    this.#given = given;
    this.#profile = profile;
    const provider: CredentialProvider = (options) => this.resolve(options);
    this.provider = Object.assign(provider, { memoized: true as const, configBound: true as const });
  }

  /** The credentials; fails with a `CredentialsError` that says what to do. */
  resolve(options?: { readonly forceRefresh?: boolean | undefined }): Promise<Credentials> {
    return this.#its.resolve(options?.forceRefresh === true);
  }

  /** Other credentials in place of those with which a service answered this error; `undefined` where that would not help. */
  renewedAfter(error: unknown, refused: Credentials): Promise<Credentials | undefined> {
    return this.#its.renewedAfter(error, refused);
  }

  /** What to do about a service's error that says that they have expired, as a sentence; `undefined` for other errors. */
  adviceFor(error: unknown): string | undefined {
    if (!saysExpired(error)) return undefined;
    return expiryAdvice(error, this.#its);
  }

  /** Found when it is first needed: the SDK's chain, too, looks at the environment as it is then. */
  get #its(): CredentialsBroker {
    this.#broker ??= brokerOf(this.#given, this.#profile);
    return this.#broker;
  }
}
