import { hasName } from '@proj/core';
import { SqsError } from '../errors/sqs-error.js';

/** A line of a dump that is none. */
export class DumpFormatError extends SqsError {
  override readonly name = 'DumpFormatError';
  /** The line, from 1. */
  readonly line: number;

  constructor(line: number, why: string, options?: ErrorOptions) {
    super(`line ${line} of the dump ${why}`, options);
    this.line = line;
  }
}

/**
 * Whether the error is a {@link DumpFormatError}.
 *
 * @example
 * ```ts
 * if (isDumpFormatError(error)) console.error(error.line);
 * ```
 */
export function isDumpFormatError(error: unknown): error is DumpFormatError {
  return hasName<DumpFormatError>(error, 'DumpFormatError');
}
