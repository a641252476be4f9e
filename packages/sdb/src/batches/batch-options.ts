import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';

/**
 * How batches are sent.
 *
 * @example
 * ```ts
 * await domain.batchDelete(names, { concurrency: 8 });
 * ```
 */
export interface BatchOptions extends RequestOptions {
  /** How many requests are under way at once, each of up to 25 items. @defaultValue 4 */
  readonly concurrency?: number | undefined;
}

/**
 * How batches are written.
 *
 * @example
 * ```ts
 * await domain.batchPut(items, { replace: true });
 * ```
 */
export interface BatchPutOptions extends BatchOptions {
  /** Whether values take the place of those that are there: of all attributes, or of those named. @defaultValue false: they are added */
  readonly replace?: boolean | readonly string[] | undefined;
}

const most = 100;

/** @throws OptionError for options that are none, and for a concurrency that is no number of requests */
export function concurrencyOf(call: string, options: BatchOptions, others: readonly string[] = []): number {
  checkNames(call, options, ['concurrency', ...others, ...requestOptionNames]);
  const { concurrency = 4 } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > most) {
    throw new OptionError(`${call}: concurrency is a whole number of requests from 1 to ${most}`);
  }
  return concurrency;
}
