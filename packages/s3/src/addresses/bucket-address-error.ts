import { hasName } from '@proj/core';
import { S3Error } from '../errors/s3-error.js';

/** What was given names no bucket, or one that cannot be reached by this package. Nothing was sent. */
export class BucketAddressError extends S3Error {
  override readonly name = 'BucketAddressError';
  /** What was given. */
  readonly address: string;

  constructor(address: string, why: string) {
    super(`${JSON.stringify(address)} ${why}`);
    this.address = address;
  }
}

/**
 * Whether the error is a {@link BucketAddressError}.
 *
 * @example
 * ```ts
 * if (isBucketAddressError(error)) console.error(error.address);
 * ```
 */
export function isBucketAddressError(error: unknown): error is BucketAddressError {
  return hasName<BucketAddressError>(error, 'BucketAddressError');
}
