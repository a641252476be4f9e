/** Shared through the global registry, so that every installed copy of this module marks and knows the same errors. */
const brand: symbol = Symbol.for('@proj/core/error');

/**
 * Base of every error that ServiceSet's packages throw.
 *
 * @example
 * ```ts
 * class QuotaError extends ServiceSetError {
 *   override readonly name = 'QuotaError';
 * }
 * throw new QuotaError('the quota of eu-west-1 is used up: ask for more, or name another region', { cause });
 * ```
 */
export class ServiceSetError extends Error {
  override readonly name: string = 'ServiceSetError';

  static {
    // On the prototype and not enumerable: a printed error does not show it.
    Object.defineProperty(ServiceSetError.prototype, brand, { value: true });
  }

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }

  /** What logs in JSON show. The message of an error is not enumerable, so that it would be missing. */
  toJSON(): Readonly<Record<string, unknown>> {
    const { name, message } = this;
    return Object.fromEntries([...Object.entries({ name, message }), ...Object.entries(this)]);
  }
}

/**
 * Whether one of ServiceSet's packages threw this, whichever installed copy of it.
 *
 * @example
 * ```ts
 * try {
 *   await ec2.describeVolumes({});
 * } catch (error) {
 *   if (!isServiceSetError(error)) throw error;
 *   console.error(error.name, error.message);
 * }
 * ```
 */
export function isServiceSetError(error: unknown): error is ServiceSetError {
  return typeof error === 'object' && error !== null && (error as Record<symbol, unknown>)[brand] === true;
}
