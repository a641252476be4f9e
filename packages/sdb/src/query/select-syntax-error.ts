import { hasName, ServiceSetError } from '@proj/core';

/**
 * A text is no select expression. The message holds none of its values.
 *
 * @example
 * ```ts
 * if (isSelectSyntaxError(error)) console.error(`${text}\n${' '.repeat(error.position)}^ ${error.expected}`);
 * ```
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelect.html
 */
export class SelectSyntaxError extends ServiceSetError {
  override readonly name = 'SelectSyntaxError';
  /** Where it went wrong: how many UTF-16 units of the text come before. */
  readonly position: number;
  /** What would have been right there, such as `'from'` or `a name`. */
  readonly expected: string;

  constructor(position: number, expected: string, found: string) {
    super(`select: the expression needs ${expected} at position ${position}, where ${found} is; mend it there`);
    this.position = position;
    this.expected = expected;
  }
}

/**
 * Whether the error is a {@link SelectSyntaxError}.
 *
 * @example
 * ```ts
 * if (isSelectSyntaxError(error)) console.error(error.position);
 * ```
 */
export function isSelectSyntaxError(error: unknown): error is SelectSyntaxError {
  return hasName<SelectSyntaxError>(error, 'SelectSyntaxError');
}
