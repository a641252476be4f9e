import { hasName, ServiceSetError } from '@proj/core';

/**
 * A line that is none of a dump, or that cannot go where it is to be loaded. The message holds none of its values.
 *
 * @example
 * ```ts
 * if (isDumpFormatError(error)) console.error(`line ${error.line}`);
 * ```
 */
export class DumpFormatError extends ServiceSetError {
  override readonly name = 'DumpFormatError';
  /** Which line, from 1. */
  readonly line: number;

  constructor(line: number, what: string, options?: ErrorOptions) {
    super(`line ${line} of the dump ${what}`, options);
    this.line = line;
  }
}

/**
 * Whether an error is a {@link DumpFormatError}, of this copy of the package or of another.
 *
 * @example
 * ```ts
 * everywhere.load(source).catch((error) => isDumpFormatError(error) && console.error(error.line));
 * ```
 */
export function isDumpFormatError(error: unknown): error is DumpFormatError {
  return hasName(error, 'DumpFormatError');
}
