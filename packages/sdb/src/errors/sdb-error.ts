import { isServiceSetError, ServiceSetError } from '@proj/core';

/** Shared through the global registry, so that every installed copy of this package marks and knows the same errors. */
const brand: symbol = Symbol.for('@proj/sdb/error');

/**
 * Base of the errors that this package throws beside core's own.
 *
 * @example
 * ```ts
 * try {
 *   await sdb({ endpoints }).at('north').domains();
 * } catch (error) {
 *   if (!isSdbError(error)) throw error;
 *   console.error(error.name, error.message);
 * }
 * ```
 */
export class SdbError extends ServiceSetError {
  override readonly name: string = 'SdbError';

  static {
    // On the prototype and not enumerable: a printed error does not show it.
    Object.defineProperty(SdbError.prototype, brand, { value: true });
  }
}

/**
 * Whether this package threw this, whichever installed copy of it.
 *
 * @example
 * ```ts
 * if (isSdbError(error)) console.error(error.message);
 * ```
 */
export function isSdbError(error: unknown): error is SdbError {
  return isServiceSetError(error) && (error as SdbError & Readonly<Record<symbol, unknown>>)[brand] === true;
}
