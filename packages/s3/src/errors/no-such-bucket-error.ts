import { hasName } from '@proj/core';
import { S3Error } from './s3-error.js';

/** There is no bucket of this name. */
export class NoSuchBucketError extends S3Error {
  override readonly name = 'NoSuchBucketError';
  readonly bucket: string;

  constructor(bucket: string, options?: ErrorOptions) {
    super(`there is no bucket ${JSON.stringify(bucket)}`, options);
    this.bucket = bucket;
  }
}

/**
 * Whether the error is a {@link NoSuchBucketError}.
 *
 * @example
 * ```ts
 * if (isNoSuchBucketError(error)) await everywhere.createBucket(error.bucket, { region: 'eu-west-1' });
 * ```
 */
export function isNoSuchBucketError(error: unknown): error is NoSuchBucketError {
  return hasName<NoSuchBucketError>(error, 'NoSuchBucketError');
}
