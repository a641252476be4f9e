import { isBudgetError } from '@proj/core/store';
import { unlessAborted } from '../calls/unless-aborted.js';
import type { Authenticator, Login, SendLogin } from './login.js';

/** A token is not used in the last of its time: what is under way then would be refused. */
const margin = 60_000;

/** Logs in when a token is needed: once for all who wait for it, and again before it ends. */
export class Session {
  readonly #authenticator: Authenticator;
  readonly #send: SendLogin;
  #login: Login | undefined;
  #usableUntil = Number.POSITIVE_INFINITY;
  #flight: Promise<Login> | undefined;

  constructor(authenticator: Authenticator, send: SendLogin) {
    this.#authenticator = authenticator;
    this.#send = send;
  }

  /** A login whose token is good for now. @throws LoginError, CancelledError */
  async login(signal?: AbortSignal): Promise<Login> {
    for (;;) {
      if (this.#login !== undefined && Date.now() < this.#usableUntil) return this.#login;
      const isMine = this.#flight === undefined;
      this.#flight ??= this.#begin();
      try {
        return await unlessAborted(this.#flight, signal);
      } catch (error) {
        // The budget of whoever asked first is not that of the others.
        if (isMine || !isBudgetError(error)) throw error;
      }
    }
  }

  /** The service does not take this token any more. One that came since is kept. */
  drop(token: string): void {
    if (this.#login?.token === token) this.#login = undefined;
  }

  #begin(): Promise<Login> {
    const flight = this.#authenticator.login(this.#send).then((login) => {
      this.#usableUntil = usableUntil(login.expires?.getTime());
      this.#login = login;
      return login;
    });
    const done = (): void => {
      this.#flight = undefined;
    };
    flight.then(done, done);
    return flight;
  }
}

/** One that would have ended when it came is told so by a clock that goes wrong, here or there. */
function usableUntil(expires: number | undefined): number {
  const lifetime = (expires ?? 0) - Date.now();
  if (expires === undefined || lifetime <= 0) return Number.POSITIVE_INFINITY;
  return expires - Math.min(margin, lifetime / 2);
}
