import { randomBytes } from 'node:crypto';
import type { Account } from '../../../accounts/account.js';
import type { Clock } from '../../../clock/clock.js';

/** What lets a caller in for a while. */
export interface Token {
  readonly id: string;
  readonly account: Account;
  /** Milliseconds since 1970. */
  readonly issued: number;
  readonly expires: number;
}

/** The tokens that are good. */
export class Tokens {
  readonly #clock: Clock;
  readonly #time: number;
  readonly #tokens = new Map<string, Token>();

  constructor(clock: Clock, time: number) {
    this.#clock = clock;
    this.#time = time;
  }

  /** One more, for this account. One that is made of another is good no longer than that. */
  issue(account: Account, expires: number = Number.POSITIVE_INFINITY): Token {
    const issued = this.#clock.now();
    const id = `AUTH_tk${randomBytes(16).toString('hex')}`;
    const token = { id, account, issued, expires: Math.min(issued + this.#time, expires) };
    this.#tokens.set(id, token);
    return token;
  }

  /** The token, as long as it is good. */
  find(id: string | undefined): Token | undefined {
    const token = this.#tokens.get(id ?? '');
    if (!token || token.expires > this.#clock.now()) return token;
    this.#tokens.delete(token.id);
    return undefined;
  }

  /** Makes it good for nothing. */
  revoke(id: string): void {
    this.#tokens.delete(id);
  }
}
