import { OptionError } from '@proj/core';
import { checkWriteOptions, type WriteOptions } from '../objects/write-options.js';
import { checkContainerName } from '../wire/addresses.js';
import type { ProgressListener } from './progress.js';
import { checkConcurrency, checkSegmentSize } from './segment-size.js';

/**
 * How a stream, or a file, is uploaded.
 *
 * @example
 * ```ts
 * const options: UploadOptions = { segmentSize: 64 * 2 ** 20, concurrency: 8, contentType: 'video/mp4' };
 * ```
 */
export interface UploadOptions extends WriteOptions {
  /** Bytes of each segment but the last. Memory holds one for each that is sent at once. @defaultValue 16 MiB, or more where there would be more than 1,000; of a stream 32 MiB */
  readonly segmentSize?: number | undefined;
  /** Segments that are sent at once. @defaultValue 4 */
  readonly concurrency?: number | undefined;
  /** The container of the segments, which is made where it is not there. @defaultValue the object's with `_segments` behind it */
  readonly segmentContainer?: string | undefined;
  /** What becomes of the segments of a static large object whose place this one takes: deleted when this one is there, for one request more; or kept. @defaultValue `delete` */
  readonly replaced?: 'delete' | 'keep' | undefined;
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

const names = ['segmentSize', 'concurrency', 'segmentContainer', 'replaced', 'onProgress'];

/** @throws OptionError */
export function checkUploadOptions(call: string, options: UploadFileOptions, more: readonly string[] = []): void {
  checkWriteOptions(call, options, [...names, ...more]);
  checkSegmentSize(options.segmentSize);
  checkConcurrency(options.concurrency);
  const { record, onProgress, segmentContainer, replaced = 'delete' } = options;
  if (segmentContainer !== undefined) checkContainerName(segmentContainer);
  if (replaced !== 'delete' && replaced !== 'keep') throw new OptionError(`${call}: replaced is delete or keep`);
  if (record !== undefined && (typeof record !== 'string' || record === '')) {
    throw new OptionError('record is the path of a file');
  }
  if (onProgress !== undefined && typeof onProgress !== 'function') throw new OptionError('onProgress is a function');
}

/** Those of the options that are of the object. Its time to end is the same for segments that are sent later. */
export function writeOptionsOf(options: UploadFileOptions): WriteOptions {
  const {
    segmentSize: _,
    concurrency: __,
    segmentContainer: ___,
    replaced: ____,
    onProgress: _____,
    ...rest
  } = options;
  const { record: ______, expiresAfter, ...write } = rest;
  return expiresAfter === undefined ? write : { ...write, expiresAt: new Date(Date.now() + expiresAfter * 1_000) };
}
