import { hasName } from '../errors/has-name.js';
import { quoted } from '../errors/quoted.js';
import { ServiceSetError } from '../errors/service-set-error.js';

/**
 * A region that the table does not have. It is refused, since the SDK would sign for it and send to a made-up host.
 *
 * @example
 * ```ts
 * requireRegion('us-east-99'); // UnknownRegionError, nearest: 'us-east-1'
 * ```
 */
export class UnknownRegionError extends ServiceSetError {
  override readonly name = 'UnknownRegionError';
  /** What was asked for, as it was given: not fit to be printed as it is. */
  readonly region: string;
  /** The known region whose name comes nearest. */
  readonly nearest: string;

  constructor(region: string, nearest: string, options?: ErrorOptions) {
    const newer = 'a region newer than this release needs a newer @proj/core';
    super(`unknown region ${quoted(region)}; did you mean ${nearest}? (${newer})`, options);
    this.region = region;
    this.nearest = nearest;
  }
}

/**
 * Whether this is an {@link UnknownRegionError}.
 *
 * @example
 * ```ts
 * if (isUnknownRegionError(error)) console.error(`try ${error.nearest}`);
 * ```
 */
export function isUnknownRegionError(error: unknown): error is UnknownRegionError {
  return hasName<UnknownRegionError>(error, 'UnknownRegionError');
}
