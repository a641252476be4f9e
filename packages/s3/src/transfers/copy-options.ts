import type { CopyObjectCommandInput } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { copySource } from '../objects/copy-source.js';
import type { ObjectInfo } from '../objects/object-info.js';
import type { WriteOptions } from '../objects/write-options.js';
import type { ProgressListener } from './progress.js';

/**
 * How an object is copied. What is named of its attributes is changed in the copy; the others are kept.
 *
 * @example
 * ```ts
 * const options: CopyOptions = { storageClass: 'STANDARD_IA' };
 * ```
 */
export interface CopyOptions extends Omit<WriteOptions, 'input'> {
  /** Which version is copied. @defaultValue what is there now */
  readonly versionId?: string | undefined;
  /** Parts at once, of what is larger than 5 GiB. @defaultValue 4 */
  readonly concurrency?: number | undefined;
  readonly onProgress?: ProgressListener | undefined;
  /** Anything else that CopyObject takes. */
  readonly input?: Partial<CopyObjectCommandInput> | undefined;
}

/** An object that is copied, or is to be written. */
export interface Place {
  readonly home: BucketHome;
  readonly key: string;
}

/** The same object to the end: a copy of half of one and half of another is none. */
export function sourceOf(
  { home, key }: Place,
  { etag }: ObjectInfo,
  { versionId }: CopyOptions,
): { CopySource: string; CopySourceIfMatch: string } {
  return { CopySource: copySource(home.name, key, versionId), CopySourceIfMatch: `"${etag}"` };
}

/** Those of the options that go with each request. */
export function limitsOf({ signal, timeout }: CopyOptions): RequestOptions {
  return { signal, timeout };
}

/** The same where the service does the work while we wait. */
export function patientLimitsOf({ signal, timeout = 600_000 }: CopyOptions): RequestOptions {
  return { signal, timeout };
}
