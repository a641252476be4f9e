import { OptionError } from '@proj/core';
import { checkWriteOptions, type WriteOptions } from '../objects/write-options.js';
import { checkConcurrency, checkPartSize } from './part-size.js';
import type { ProgressListener } from './progress.js';

/**
 * How a stream, or a file, is uploaded.
 *
 * @example
 * ```ts
 * const options: UploadOptions = { partSize: 16 * 2 ** 20, concurrency: 8, contentType: 'video/mp4' };
 * ```
 */
export interface UploadOptions extends WriteOptions {
  /** Bytes of each part but the last: 5 MiB to 5 GiB. @defaultValue 8 MiB, or more where there would be more than 10,000 parts */
  readonly partSize?: number | undefined;
  /** Parts that are sent at once. Memory holds one more. @defaultValue 4 */
  readonly concurrency?: number | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/**
 * How a file is uploaded.
 *
 * @example
 * ```ts
 * const options: UploadFileOptions = { record: 'backup.tar.upload' };
 * ```
 */
export interface UploadFileOptions extends UploadOptions {
  /**
   * The path of a file that remembers the upload while it is under way: the same call after a crash goes on where it was. Without it, what fails
   * leaves nothing behind.
   * @defaultValue none
   */
  readonly record?: string | undefined;
}

/** @throws OptionError */
export function checkUploadOptions(call: string, options: UploadFileOptions, more: readonly string[] = []): void {
  checkWriteOptions(call, options, ['partSize', 'concurrency', 'onProgress', ...more]);
  checkPartSize(options.partSize);
  checkConcurrency(options.concurrency);
  const { record, onProgress } = options;
  if (record !== undefined && (typeof record !== 'string' || record === '')) {
    throw new OptionError('record is the path of a file');
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') throw new OptionError('onProgress is a function');
}
