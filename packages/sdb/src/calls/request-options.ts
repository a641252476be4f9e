import type { CallOptions } from '@proj/core';

/**
 * What every method that makes requests takes last.
 *
 * @example
 * ```ts
 * await domain.put('B000T9886K', { Year: '2007' }, { signal: AbortSignal.timeout(5_000) });
 * ```
 */
export interface RequestOptions {
  /** Cancels the requests: a `CancelledError`. @defaultValue none */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for each request: a `TimeOverError`. @defaultValue that of the set, else 60,000 */
  readonly timeout?: number | undefined;
}

/**
 * What every method that reads takes last.
 *
 * @example
 * ```ts
 * await domain.count(undefined, { consistent: true });
 * ```
 */
export interface ReadOptions extends RequestOptions {
  /** Whether everything that was written before is seen. @defaultValue false: a second may pass until it is */
  readonly consistent?: boolean | undefined;
}

/** The names of {@link RequestOptions}. */
export const requestOptionNames: readonly string[] = ['signal', 'timeout'];

/** The names of {@link ReadOptions}. */
export const readOptionNames: readonly string[] = ['consistent', ...requestOptionNames];

/** Those of the options that go with each request. */
export function callOptionsOf({ signal, timeout }: RequestOptions): CallOptions {
  return { signal, timeout };
}
