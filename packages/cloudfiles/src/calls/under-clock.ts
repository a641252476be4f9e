import { CancelledError, callSignal, TimeOverError } from '@proj/core';
import type { RequestOptions } from './request-options.js';

const defaultTimeout = 60_000;

/**
 * Makes a request that ends with its time, with the caller's signal, and with the set's call that it is made for.
 *
 * @throws TimeOverError, CancelledError, and what the work throws
 */
export async function underClock<R>(options: RequestOptions, work: (signal: AbortSignal) => Promise<R>): Promise<R> {
  const { signal, timeout = defaultTimeout } = options;
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(new TimeOverError('timeout', timeout)), timeout);
  const signals = [clock.signal, signal, callSignal()].filter((one) => one !== undefined);
  try {
    if (signal?.aborted) throw signal.reason;
    return await work(AbortSignal.any(signals));
  } catch (error) {
    throw signal?.aborted
      ? new CancelledError('the request was cancelled by its signal', { cause: signal.reason })
      : error;
  } finally {
    clearTimeout(timer);
  }
}
