import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';

/**
 * How a listing is cut into pages.
 *
 * @example
 * ```ts
 * const paging: PagingOptions = { startingToken: page.nextToken, pageSize: 10 };
 * ```
 */
export interface PagingOptions {
  /** The `nextToken` of the page to go on from: of the same listing, in the same region. @defaultValue the beginning */
  readonly startingToken?: string | undefined;
  /** How many items a page has at most. @defaultValue 100 */
  readonly pageSize?: number | undefined;
}

/**
 * The page size to ask for.
 *
 * @throws OptionError for a size that is none, or a token that is none
 */
export function pageSizeOf(call: string, paging: PagingOptions): number {
  checkNames(call, paging, ['startingToken', 'pageSize']);
  const { startingToken, pageSize = 100 } = paging;
  if (startingToken !== undefined && (typeof startingToken !== 'string' || startingToken === '')) {
    throw new OptionError(`${call}: startingToken is the nextToken of a page; leave it out to begin at the beginning`);
  }
  if (Number.isSafeInteger(pageSize) && pageSize > 0) return pageSize;
  throw new OptionError(`${call}: pageSize is ${String(pageSize)}; give a whole number from 1 on, or leave it out`);
}
