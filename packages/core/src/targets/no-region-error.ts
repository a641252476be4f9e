import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/** What a {@link NoRegionError} knows besides its message. */
export interface NoRegionDetails extends ErrorOptions {
  /** The pattern that matched nothing; absent where the patterns together left nothing over. */
  readonly pattern?: string | undefined;
  /** The region whose name comes nearest to the pattern. */
  readonly nearest?: string | undefined;
}

/**
 * A selection names no region: a pattern matches nothing, or everything is left out.
 *
 * @example
 * ```ts
 * selectRegions(parseSelection(['eu-wset-*']), regions); // NoRegionError, nearest: 'eu-west-1'
 * ```
 */
export class NoRegionError extends ServiceSetError {
  override readonly name = 'NoRegionError';
  readonly pattern: string | undefined;
  readonly nearest: string | undefined;

  constructor(message: string, details: NoRegionDetails = {}) {
    super(message, details);
    this.pattern = details.pattern;
    this.nearest = details.nearest;
  }
}

/**
 * Whether this is a {@link NoRegionError}.
 *
 * @example
 * ```ts
 * if (isNoRegionError(error) && error.nearest) console.error(`try ${error.nearest}`);
 * ```
 */
export function isNoRegionError(error: unknown): error is NoRegionError {
  return hasName<NoRegionError>(error, 'NoRegionError');
}
