import { isServiceSetError, ServiceSetError } from '@proj/core';

/** Shared through the global registry, so that every installed copy of this package marks and knows the same errors. */
const brand: symbol = Symbol.for('@proj/cloudfiles/error');

/**
 * Base of the errors that this package throws beside core's own.
 *
 * @example
 * ```ts
 * try {
 *   await cloudfiles({ endpoints }).at('north').containers();
 * } catch (error) {
 *   if (!isCloudfilesError(error)) throw error;
 *   console.error(error.name, error.message);
 * }
 * ```
 */
export class CloudfilesError extends ServiceSetError {
  override readonly name: string = 'CloudfilesError';

  static {
    // On the prototype and not enumerable: a printed error does not show it.
    Object.defineProperty(CloudfilesError.prototype, brand, { value: true });
  }
}

/**
 * Whether this package threw this, whichever installed copy of it.
 *
 * @example
 * ```ts
 * if (isCloudfilesError(error)) console.error(error.message);
 * ```
 */
export function isCloudfilesError(error: unknown): error is CloudfilesError {
  return isServiceSetError(error) && (error as CloudfilesError & Readonly<Record<symbol, unknown>>)[brand] === true;
}
