import { isServiceSetError, ServiceSetError } from '@proj/core';

/** Shared through the global registry, so that every installed copy of this package marks and knows the same errors. */
const brand: symbol = Symbol.for('@proj/cloudfiles/error');

/**
 * Base of the errors that this package throws beside core's own.
 *
 * @example
 * ```ts
 * try {
 *   await everywhere.at('DFW').container('reports').head();
 * } catch (error) {
 *   if (!isCloudFilesError(error)) throw error;
 *   console.error(error.name, error.message);
 * }
 * ```
 */
export class CloudFilesError extends ServiceSetError {
  override readonly name: string = 'CloudFilesError';

  static {
    // On the prototype and not enumerable: a printed error does not show it.
    Object.defineProperty(CloudFilesError.prototype, brand, { value: true });
  }
}

/**
 * Whether this package threw this, whichever installed copy of it.
 *
 * @example
 * ```ts
 * if (isCloudFilesError(error)) console.error(error.message);
 * ```
 */
export function isCloudFilesError(error: unknown): error is CloudFilesError {
  return isServiceSetError(error) && (error as CloudFilesError & Readonly<Record<symbol, unknown>>)[brand] === true;
}
