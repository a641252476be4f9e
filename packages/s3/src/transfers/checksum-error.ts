import { hasName } from '@proj/core';
import { S3Error } from '../errors/s3-error.js';

/** What came is not what the service keeps: its checksum is another. The file was not put in its place. */
export class ChecksumError extends S3Error {
  override readonly name = 'ChecksumError';
  readonly expected: string;
  readonly found: string;

  constructor(what: string, algorithm: string, expected: string, found: string) {
    super(
      `${what}: the ${algorithm} of what came is ${found}, and that of the object ${expected}: it was changed on its way`,
    );
    this.expected = expected;
    this.found = found;
  }
}

/**
 * Whether the error is a {@link ChecksumError}.
 *
 * @example
 * ```ts
 * if (isChecksumError(error)) console.error(error.expected, error.found);
 * ```
 */
export function isChecksumError(error: unknown): error is ChecksumError {
  return hasName<ChecksumError>(error, 'ChecksumError');
}
