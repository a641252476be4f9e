import { OptionError } from '@proj/core';
import { checkNames } from './check-names.js';

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
  /** Milliseconds for each request: a `TimeOverError`. @defaultValue 60,000 */
  readonly timeout?: number | undefined;
}

/** @throws OptionError for names that are not there, and for a time that is none */
export function checkRequestOptions(call: string, options: RequestOptions): void {
  checkNames(call, options, ['signal', 'timeout']);
  const { timeout } = options;
  if (timeout === undefined || (Number.isFinite(timeout) && timeout > 0 && timeout < 2 ** 31)) return;
  throw new OptionError(`${call}: timeout is ${String(timeout)}; give milliseconds, more than 0, or leave it out`);
}
