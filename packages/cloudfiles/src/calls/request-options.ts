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
  /** Milliseconds until the answer to each request begins: a `TimeOverError`. @defaultValue 60,000, and more for a large body */
  readonly timeout?: number | undefined;
}

/** The names of {@link RequestOptions}. */
export const requestOptionNames: readonly (keyof RequestOptions)[] = ['signal', 'timeout'];

/** @throws OptionError for names that are not there, and for a time that is none */
export function checkRequestOptions(call: string, options: RequestOptions, more: readonly string[] = []): void {
  checkNames(call, options, [...requestOptionNames, ...more]);
  const { timeout } = options;
  if (timeout === undefined || (Number.isFinite(timeout) && timeout > 0 && timeout < 2 ** 31)) return;
  throw new OptionError(`${call}: timeout is ${String(timeout)}; give milliseconds, more than 0, or leave it out`);
}

/** Milliseconds that a request may take of which the service does much before it answers. */
const long = 600_000;

/** Those of the options that go with a request that takes long. */
export function longRequestOptionsOf({ signal, timeout = long }: RequestOptions): RequestOptions {
  return { signal, timeout };
}

/** Those of the options that go with each request. */
export function requestOptionsOf({ signal, timeout }: RequestOptions): RequestOptions {
  return { signal, timeout };
}
