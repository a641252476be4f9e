import { isServiceSetError, ServiceSetError } from '@proj/core';

/** Shared through the global registry, so that every installed copy of this package marks and knows the same errors. */
const brand: symbol = Symbol.for('@proj/sqs/error');

/**
 * Base of the errors that this package throws beside core's own and the SDK's.
 *
 * @example
 * ```ts
 * try {
 *   await sqs().at('eu-west-1').queues();
 * } catch (error) {
 *   if (!isSqsError(error)) throw error;
 *   console.error(error.name, error.message);
 * }
 * ```
 */
export class SqsError extends ServiceSetError {
  override readonly name: string = 'SqsError';

  static {
    // On the prototype and not enumerable: a printed error does not show it.
    Object.defineProperty(SqsError.prototype, brand, { value: true });
  }
}

/**
 * Whether this package threw this, whichever installed copy of it.
 *
 * @example
 * ```ts
 * if (isSqsError(error)) console.error(error.message);
 * ```
 */
export function isSqsError(error: unknown): error is SqsError {
  return isServiceSetError(error) && (error as SqsError & Readonly<Record<symbol, unknown>>)[brand] === true;
}
