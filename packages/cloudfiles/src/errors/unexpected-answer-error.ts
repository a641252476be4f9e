import { hasName } from '@proj/core';
import { CloudFilesError } from './cloud-files-error.js';

/**
 * A success that is not what the service sends, such as a listing that is no JSON.
 *
 * @example
 * ```ts
 * if (isUnexpectedAnswerError(error)) console.error(`is ${error.region} really the service?`, error.message);
 * ```
 */
export class UnexpectedAnswerError extends CloudFilesError {
  override readonly name = 'UnexpectedAnswerError';
  readonly operation: string;
  readonly region: string;

  constructor(operation: string, region: string, what: string, options?: ErrorOptions) {
    super(`${operation} in ${region}: the answer ${what}; look at what stands at the other end`, options);
    this.operation = operation;
    this.region = region;
  }
}

/**
 * Whether the error is an {@link UnexpectedAnswerError}.
 *
 * @example
 * ```ts
 * if (isUnexpectedAnswerError(error)) console.error(error.operation);
 * ```
 */
export function isUnexpectedAnswerError(error: unknown): error is UnexpectedAnswerError {
  return hasName<UnexpectedAnswerError>(error, 'UnexpectedAnswerError');
}
