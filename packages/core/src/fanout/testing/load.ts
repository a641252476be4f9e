import { Deferred } from './deferred.js';

/** How many answers are waited for at once. */
export class Load {
  now = 0;
  most = 0;

  /** Waits for the answer until the signal aborts, as a request does. */
  async during<T>(signal: AbortSignal | undefined, answer: Promise<T>): Promise<T> {
    const ended = new Deferred<never>();
    const end = (): void => {
      this.now -= 1;
      ended.reject(signal?.reason);
    };
    this.now += 1;
    this.most = Math.max(this.most, this.now);
    signal?.addEventListener('abort', end, { once: true });
    return Promise.race([answer, ended.promise]).finally(() => {
      if (signal?.aborted === true) return;
      signal?.removeEventListener('abort', end);
      this.now -= 1;
    });
  }
}
