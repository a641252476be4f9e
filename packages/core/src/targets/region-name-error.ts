import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/**
 * A region's name or pattern is malformed: no region of any cloud could be meant by it.
 *
 * @example
 * ```ts
 * parseSelection(['us-east-1\n']); // RegionNameError
 * ```
 */
export class RegionNameError extends ServiceSetError {
  override readonly name = 'RegionNameError';
  /** What was given. */
  readonly pattern: unknown;

  constructor(message: string, pattern: unknown, options?: ErrorOptions) {
    super(message, options);
    this.pattern = pattern;
  }
}

/**
 * Whether this is a {@link RegionNameError}.
 *
 * @example
 * ```ts
 * if (isRegionNameError(error)) console.error('usage:', error.message);
 * ```
 */
export function isRegionNameError(error: unknown): error is RegionNameError {
  return hasName<RegionNameError>(error, 'RegionNameError');
}
