import { hasName } from '@proj/core';
import { S3Error } from './s3-error.js';

/** A page led to one that was there already: the listing would go round for ever. */
export class RepeatingTokenError extends S3Error {
  override readonly name = 'RepeatingTokenError';
  readonly operation: string;
  readonly region: string;
  readonly token: string;

  constructor(operation: string, region: string, token: string) {
    super(
      `${operation} in ${region}: a page leads to one that was there already; look at what stands at the other end`,
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
 * if (isRepeatingTokenError(error)) console.error(error.operation, error.token);
 * ```
 */
export function isRepeatingTokenError(error: unknown): error is RepeatingTokenError {
  return hasName<RepeatingTokenError>(error, 'RepeatingTokenError');
}
