import { hasName, ServiceSetError } from '@proj/core';

/**
 * A listing whose pages lead back to themselves: going on would never end, and what came so far may not be all.
 *
 * @example
 * ```ts
 * if (isRepeatingTokenError(error)) console.error(error.region, error.operation);
 * ```
 */
export class RepeatingTokenError extends ServiceSetError {
  override readonly name = 'RepeatingTokenError';
  readonly operation: string;
  readonly region: string;

  constructor(operation: string, region: string) {
    super(`${operation} in ${region}: a page leads to itself; what came before it may not be all. Ask again`);
    this.operation = operation;
    this.region = region;
  }
}

/**
 * Whether an error is a {@link RepeatingTokenError}, of this copy of the package or of another.
 *
 * @example
 * ```ts
 * domain.count().catch((error) => isRepeatingTokenError(error) && console.error(error.region));
 * ```
 */
export function isRepeatingTokenError(error: unknown): error is RepeatingTokenError {
  return hasName(error, 'RepeatingTokenError');
}
