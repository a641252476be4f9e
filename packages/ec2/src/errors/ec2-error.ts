import { isServiceSetError, ServiceSetError } from '@proj/core';

/** Shared through the global registry, so that every installed copy of this package marks and knows the same errors. */
const brand: symbol = Symbol.for('@proj/ec2/error');

/**
 * Base of the errors that this package throws beside core's own and the SDK's.
 *
 * @example
 * ```ts
 * try {
 *   await snapshot.share({ groups: ['all'] });
 * } catch (error) {
 *   if (!isEc2Error(error)) throw error;
 *   console.error(error.name, error.message);
 * }
 * ```
 */
export class Ec2Error extends ServiceSetError {
  override readonly name: string = 'Ec2Error';

  static {
    // On the prototype and not enumerable: a printed error does not show it.
    Object.defineProperty(Ec2Error.prototype, brand, { value: true });
  }
}

/**
 * Whether this package threw this, whichever installed copy of it.
 *
 * @example
 * ```ts
 * if (isEc2Error(error)) console.error(error.message);
 * ```
 */
export function isEc2Error(error: unknown): error is Ec2Error {
  return isServiceSetError(error) && (error as Ec2Error & Readonly<Record<symbol, unknown>>)[brand] === true;
}
