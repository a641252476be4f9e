import { OptionError } from '@proj/core';
import { type BatchOptions, concurrencyOf } from '../batches/batch-options.js';
import type { LoadReport } from './load-report.js';

/**
 * How a dump is loaded.
 *
 * @example
 * ```ts
 * const options: LoadOptions = { onProgress: ({ items }) => console.log(items) };
 * ```
 */
export interface LoadOptions extends BatchOptions {
  /** How many requests are under way at once for each domain. @defaultValue 4 */
  readonly concurrency?: number | undefined;
  /** How many lines of the dump to pass over: the `lines` of the report of a load that stopped. @defaultValue 0 */
  readonly skipLines?: number | undefined;
  /** Whether domains are made that are not there. @defaultValue true */
  readonly createDomains?: boolean | undefined;
  /** Told how far it came, every thousand lines or so; when it gives a promise, that is waited for. @defaultValue nobody */
  readonly onProgress?: ((report: LoadReport) => unknown) | undefined;
}

/** @throws OptionError for options that are none */
export function checkLoadOptions(call: string, options: LoadOptions): void {
  concurrencyOf(call, options, ['skipLines', 'createDomains', 'onProgress']);
  const { skipLines = 0 } = options;
  if (!Number.isInteger(skipLines) || skipLines < 0) {
    throw new OptionError(`${call}: skipLines is a number of lines, 0 or more`);
  }
}
