import { OptionError } from '@proj/core';
import { checkRequestOptions, type RequestOptions } from '../calls/request-options.js';
import type { ProgressListener } from './progress.js';
import { checkConcurrency } from './segment-size.js';

/**
 * How an object is downloaded.
 *
 * @example
 * ```ts
 * const options: DownloadOptions = { concurrency: 8, onProgress: ({ done, size }) => console.log(done, size) };
 * ```
 */
export interface DownloadOptions extends RequestOptions {
  /** Bytes of a range. @defaultValue those of the object's segments, else 16 MiB */
  readonly rangeSize?: number | undefined;
  /** Ranges at once. @defaultValue 4 */
  readonly concurrency?: number | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/** A file that was downloaded. */
export interface DownloadedFile {
  readonly path: string;
  readonly size: number;
  readonly etag: string;
  /** What its bytes were compared by: the MD5 of the object, or of each segment; `size` of an object whose segments nobody keeps one of. */
  readonly checked: 'MD5' | 'size';
}

/** @throws OptionError */
export function checkDownloadOptions(call: string, options: DownloadOptions): void {
  checkRequestOptions(call, options, ['rangeSize', 'concurrency', 'onProgress']);
  checkConcurrency(options.concurrency);
  const { rangeSize } = options;
  if (rangeSize !== undefined && !(Number.isSafeInteger(rangeSize) && rangeSize >= 1)) {
    throw new OptionError(`rangeSize is ${String(rangeSize)}; give whole bytes of a range, 1 or more`);
  }
}
