import { isServiceSetError, ServiceSetError } from '@proj/core';

/** Shared through the global registry, so that every installed copy of this package marks and knows the same errors. */
const brand: symbol = Symbol.for('@proj/s3/error');

/**
 * Base of the errors that this package throws beside core's own and the SDK's.
 *
 * @example
 * ```ts
 * try {
 *   await s3().at('eu-west-1').buckets();
 * } catch (error) {
 *   if (!isS3Error(error)) throw error;
 *   console.error(error.name, error.message);
 * }
 * ```
 */
export class S3Error extends ServiceSetError {
  override readonly name: string = 'S3Error';

  static {
    // On the prototype and not enumerable: a printed error does not show it.
    Object.defineProperty(S3Error.prototype, brand, { value: true });
  }
}

/**
 * Whether this package threw this, whichever installed copy of it.
 *
 * @example
 * ```ts
 * if (isS3Error(error)) console.error(error.message);
 * ```
 */
export function isS3Error(error: unknown): error is S3Error {
  return isServiceSetError(error) && (error as S3Error & Readonly<Record<symbol, unknown>>)[brand] === true;
}
