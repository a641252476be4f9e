import { CancelledError, callSignal, TimeOverError } from '@proj/core';
import type { RequestOptions } from './request-options.js';

const defaultTimeout = 60_000;

/**
 * Makes a request that ends with its time, with the caller's signal, and with the set's call that it is made for. The signal that the work is given ends
 * what it has left under way, such as the body of an answer, after it too.
 *
 * @throws TimeOverError, CancelledError, and what the work throws
 */
export async function underClock<R>(options: RequestOptions, work: (signal: AbortSignal) => Promise<R>): Promise<R> {
  const { signal, timeout = defaultTimeout } = options;
  const clock = new AbortController();
  const over = new TimeOverError('timeout', timeout);
  const timer = setTimeout(() => clock.abort(over), timeout);
  const signals = [clock.signal, signal, callSignal()].filter((one) => one !== undefined);
  try {
    if (signal?.aborted) throw signal.reason;
    return await work(AbortSignal.any(signals));
  } catch (error) {
    if (signal?.aborted) throw new CancelledError('the request was cancelled by its signal', { cause: signal.reason });
    throw clock.signal.aborted ? over : error;
  } finally {
    clearTimeout(timer);
  }
}
