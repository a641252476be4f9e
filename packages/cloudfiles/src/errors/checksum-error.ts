import { hasName } from '@proj/core';
import { CloudFilesError } from './cloud-files-error.js';

/**
 * The bytes are not those that were written, by their MD5.
 *
 * @example
 * ```ts
 * if (isChecksumError(error)) console.error(error.object, error.expected, error.actual);
 * ```
 */
export class ChecksumError extends CloudFilesError {
  override readonly name = 'ChecksumError';
  readonly object: string;
  /** What the service keeps, in hexadecimal. */
  readonly expected: string;
  readonly actual: string;

  constructor(object: string, expected: string, actual: string) {
    super(`${object}: its bytes have the MD5 ${actual}, and the service has ${expected}; read it again`);
    this.object = object;
    this.expected = expected;
    this.actual = actual;
  }
}

/** Whether the error is a {@link ChecksumError}. */
export function isChecksumError(error: unknown): error is ChecksumError {
  return hasName<ChecksumError>(error, 'ChecksumError');
}
