import * as dataExceptions from './data-exceptions.js';
import * as exportExceptions from './export-exceptions.js';

/**
 * The exceptions by their codes: those of the data operations and those of the export operations.
 *
 * @example
 * ```ts
 * if (error instanceof exceptions.InvalidSortExpression) console.log(error.$metadata.requestId);
 * ```
 */
export const exceptions: Readonly<typeof dataExceptions & typeof exportExceptions> = {
  ...dataExceptions,
  ...exportExceptions,
};
