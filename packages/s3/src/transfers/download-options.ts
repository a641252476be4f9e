import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { checkConcurrency } from './part-size.js';
import type { ProgressListener } from './progress.js';

/**
 * How an object is downloaded.
 *
 * @example
 * ```ts
 * const options: DownloadOptions = { concurrency: 8, onProgress: ({ done, size }) => console.log(done, size) };
 * ```
 */
export interface DownloadOptions extends RequestOptions {
  readonly versionId?: string | undefined;
  /** Bytes of a range. @defaultValue a share of the object for each that is at once, 8 to 64 MiB */
  readonly partSize?: number | undefined;
  /** Ranges at once. @defaultValue 4 */
  readonly concurrency?: number | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/** A file that was downloaded. */
export interface DownloadedFile {
  readonly path: string;
  readonly size: number;
  readonly etag: string;
  /** What its bytes were compared by; `size` where the service keeps nothing else that can be. */
  readonly checked: 'CRC32' | 'MD5' | 'size';
}

/** @throws OptionError */
export function checkDownloadOptions(call: string, options: DownloadOptions): void {
  checkNames(call, options, [...requestOptionNames, 'versionId', 'partSize', 'concurrency', 'onProgress']);
  checkConcurrency(options.concurrency);
  const { partSize } = options;
  if (partSize !== undefined && !(Number.isSafeInteger(partSize) && partSize >= 65_536)) {
    throw new OptionError(`partSize is ${String(partSize)}; give whole bytes of a range, 65,536 or more`);
  }
}
