import { runOutsideCalls } from '../../fanout/call.js';
import { presentable } from '../failures/clean-error.js';
import { saysExpired } from '../failures/expiry-codes.js';
import type { Credentials } from '../set/options.js';
import { CredentialsError } from './credentials-error.js';
import { hasExpired, type Lifetime, lifetimeOf, sameKeys } from './credentials-lifetime.js';
import type { CredentialsOrigin } from './credentials-origin.js';
import { flawOfKeys } from './flaw-of-keys.js';
import { withPatience } from './patience.js';
import { triedIn } from './tried.js';

/** How long a failure to resolve is everybody's answer, so that a failing provider is not asked once a region. */
const failureKept = 5_000;
/** How long a provider may take. It may have to wait for somebody who signs in; one that hangs must not be waited for by ever more calls. */
const patience = 120_000;

/**
 * One identity's credentials, for every client of every set that has it: resolved by one question at a time, renewed ahead of their
 * expiry while they go on serving, and renewed when a service says that they have expired.
 */
export class CredentialsBroker {
  readonly #origin: CredentialsOrigin;
  #current: { readonly credentials: Credentials; readonly lifetime: Lifetime } | undefined;
  #pending: Promise<Credentials> | undefined;
  /** Whether what there is is known to be no good, so that everybody waits for what is pending. */
  #refused = false;
  #failed: { readonly error: CredentialsError; readonly until: number } | undefined;
  /** Credentials that a service refused and that the origin gave again: asking once more would be in vain for a while. */
  #vain: { readonly refused: Credentials; readonly until: number } | undefined;
  #asked = 0;
  #taken = 0;

  constructor(origin: CredentialsOrigin) {
    this.#origin = origin;
  }

  /** What to do when they have expired. */
  get remedy(): string {
    return this.#origin.remedy;
  }

  /** Whether those there are have a session, which ends, as keys for good do not. */
  get isSession(): boolean {
    return this.#current?.credentials.sessionToken !== undefined;
  }

  /** The credentials; fails with a `CredentialsError` that says what to do. */
  resolve(forceRefresh = false): Promise<Credentials> {
    if (forceRefresh) return this.#replaced();
    if (this.#current === undefined || (this.#refused && this.#pending !== undefined)) {
      // After a failure what the files say may have been mended.
      return this.#waitedFor(this.#failed !== undefined);
    }
    const { credentials, lifetime } = this.#current;
    const now = Date.now();
    if (now < lifetime.renewAt) return Promise.resolve(credentials);
    if (now >= lifetime.waitAt) return this.#waitedFor(true);
    // While they hold, nobody waits for their renewal, and nobody hears of it if it fails.
    this.#waitedFor(true).catch(() => 'tried again when somebody asks');
    return Promise.resolve(credentials);
  }

  /** Other credentials in place of those with which a service answered this error; `undefined` where that would not help. */
  async renewedAfter(error: unknown, refused: Credentials): Promise<Credentials | undefined> {
    if (!this.#origin.renews || !saysExpired(error, refused)) return undefined;
    try {
      const renewed = await this.#renewed(refused);
      return sameKeys(renewed, refused) ? undefined : renewed;
    } catch {
      // What the service said is what went wrong; the next call finds out that the credentials cannot be renewed, if it is so.
      return undefined;
    }
  }

  /** Asked once for however many clients hear that the same credentials have expired. */
  async #renewed(refused: Credentials): Promise<Credentials> {
    const current = this.#current?.credentials;
    if (current !== undefined && !sameKeys(current, refused)) return current;
    const { refused: known, until = 0 } = this.#vain ?? {};
    if (known !== undefined && sameKeys(known, refused) && performance.now() < until) return refused;
    const renewed = await this.#replaced();
    if (sameKeys(renewed, refused)) this.#vain = { refused, until: performance.now() + failureKept };
    return renewed;
  }

  #replaced(): Promise<Credentials> {
    const replacing = this.#waitedFor(true);
    this.#refused = true;
    return replacing;
  }

  #waitedFor(renewing: boolean): Promise<Credentials> {
    if (this.#pending !== undefined) return this.#pending;
    if (this.#failed !== undefined && performance.now() < this.#failed.until)
      return this.#stillHeld(this.#failed.error);
    this.#pending = runOutsideCalls(() => this.#resolveAnew(renewing));
    return this.#pending;
  }

  async #resolveAnew(renewing: boolean): Promise<Credentials> {
    try {
      return await withPatience(this.#ask(renewing), patience, 'the provider of the credentials');
    } catch (cause) {
      const error = cause instanceof CredentialsError ? cause : unresolved(presentable(cause), this.#origin);
      this.#failed = { error, until: performance.now() + failureKept };
      return await this.#stillHeld(error);
    } finally {
      this.#refused = false;
      this.#pending = undefined;
    }
  }

  /** What comes when nobody waits any more is taken all the same, unless something newer has come before. */
  async #ask(renewing: boolean): Promise<Credentials> {
    const turn = ++this.#asked;
    const credentials = checked(await this.#origin.ask(renewing));
    if (hasExpired(credentials)) throw CredentialsError.expired(credentials.expiration, this.#origin.remedy);
    if (turn < this.#taken) return credentials;
    this.#taken = turn;
    this.#failed = undefined;
    this.#current = { credentials, lifetime: lifetimeOf(credentials) };
    return credentials;
  }

  /** Renewing begins while the old ones still hold: until they expire, that it fails is nobody's trouble. */
  #stillHeld(error: Error): Promise<Credentials> {
    const { credentials } = this.#current ?? {};
    const held = credentials?.expiration !== undefined && !hasExpired(credentials);
    return held ? Promise.resolve(credentials) : Promise.reject(error);
  }
}

/** Some providers notice themselves that what they have is over, and can only say so in words. */
function unresolved(cause: Error, { remedy }: CredentialsOrigin): CredentialsError {
  const isExpiry = /\bexpired\b/i.test([cause.message, ...triedIn(cause)].join('\n'));
  return isExpiry ? CredentialsError.expired(undefined, remedy, cause) : new CredentialsError(cause);
}

function checked(given: Credentials): Credentials {
  const flaw = flawOfKeys(given);
  if (flaw === undefined) return given;
  throw new TypeError(`the provider gave credentials ${flaw}`);
}
