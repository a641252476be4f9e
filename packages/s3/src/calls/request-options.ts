import type { CallOptions } from '@proj/core';

/**
 * What every method that makes requests takes last.
 *
 * @example
 * ```ts
 * const options: RequestOptions = { signal: AbortSignal.timeout(30_000), timeout: 5_000 };
 * ```
 */
export interface RequestOptions {
  /** Cancels the requests: a `CancelledError`. @defaultValue none */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each request: a `TimeOverError`. @defaultValue that of the set, else 60,000 */
  readonly timeout?: number | undefined;
}

/** The names of {@link RequestOptions}. */
export const requestOptionNames: readonly (keyof RequestOptions)[] = ['signal', 'timeout'];

/** Those of the options that go with each request. */
export function callOptionsOf({ signal, timeout }: RequestOptions): CallOptions {
  return { signal, timeout };
}
