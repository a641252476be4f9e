import { hasName, ServiceSetError } from '@proj/core';

/**
 * Something stands in a template of `select` or `condition` that cannot stand there. The message does not hold it.
 *
 * @example
 * ```ts
 * if (isSelectTemplateError(error)) console.error(`look at the substitution ${error.index}`);
 * ```
 */
export class SelectTemplateError extends ServiceSetError {
  override readonly name = 'SelectTemplateError';
  /** Which of the template's substitutions, from 0. */
  readonly index: number;

  constructor(tag: string, index: number, what: string) {
    super(`${tag}: substitution ${index + 1} of the template ${what}`);
    this.index = index;
  }
}

/**
 * Whether the error is a {@link SelectTemplateError}.
 *
 * @example
 * ```ts
 * if (isSelectTemplateError(error)) console.error(error.index);
 * ```
 */
export function isSelectTemplateError(error: unknown): error is SelectTemplateError {
  return hasName<SelectTemplateError>(error, 'SelectTemplateError');
}
