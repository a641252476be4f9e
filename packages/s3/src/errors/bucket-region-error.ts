import { hasName } from '@proj/core';
import { S3Error } from './s3-error.js';

/** Nobody says in which region a bucket is, or what is said cannot be. */
export class BucketRegionError extends S3Error {
  override readonly name = 'BucketRegionError';
  readonly bucket: string;

  constructor(bucket: string, why: string, options?: ErrorOptions) {
    super(
      `the region of bucket ${JSON.stringify(bucket)} is not known: ${why}; name it by at(region).bucket(name)`,
      options,
    );
    this.bucket = bucket;
  }
}

/**
 * Whether the error is a {@link BucketRegionError}.
 *
 * @example
 * ```ts
 * if (isBucketRegionError(error)) console.error(error.bucket, error.cause);
 * ```
 */
export function isBucketRegionError(error: unknown): error is BucketRegionError {
  return hasName<BucketRegionError>(error, 'BucketRegionError');
}
