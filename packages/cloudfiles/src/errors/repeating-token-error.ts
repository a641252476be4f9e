import { hasName } from '@proj/core';
import { CloudfilesError } from './cloudfiles-error.js';

/**
 * A listing was given a continuation token for the second time, so its pages would never end. Thrown after the page that
 * brought the token.
 *
 * @example
 * ```ts
 * if (isRepeatingTokenError(error)) console.error(`${error.operation} goes round in ${error.region}`);
 * ```
 */
export class RepeatingTokenError extends CloudfilesError {
  override readonly name = 'RepeatingTokenError';
  readonly operation: string;
  readonly region: string;
  /** The token that came again. */
  readonly token: string;

  constructor(operation: string, region: string, token: string) {
    super(
      `${operation} in ${region}: a continuation token came a second time, so the pages go round in a circle; ` +
        'the listing is not whole: ask again',
    );
    this.operation = operation;
    this.region = region;
    this.token = token;
  }
}

/**
 * Whether the error is a {@link RepeatingTokenError}.
 *
 * @example
 * ```ts
 * if (isRepeatingTokenError(error)) console.error(error.region, error.token);
 * ```
 */
export function isRepeatingTokenError(error: unknown): error is RepeatingTokenError {
  return hasName<RepeatingTokenError>(error, 'RepeatingTokenError');
}
