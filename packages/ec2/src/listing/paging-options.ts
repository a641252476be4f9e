import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { Ec2RuleError } from '../errors/ec2-rule-error.js';

/**
 * How a listing is cut into pages.
 *
 * @example
 * ```ts
 * const rest = ireland.paginateVolumes({}, { startingToken: page.nextToken, pageSize: 100 });
 * ```
 */
export interface PagingOptions {
  /** The `nextToken` of the page to go on from: of the same listing, in the same region. @defaultValue the beginning */
  readonly startingToken?: string | undefined;
  /** How many items a page has at most, 5 to 1000. @defaultValue 1000 */
  readonly pageSize?: number | undefined;
}

/** The parameters of a request for pages. */
export interface PageInput {
  readonly MaxResults?: number | undefined;
}

const largest = 1_000;
const smallest = 5;

/**
 * The page size to ask for: none with ids, which EC2 refuses together.
 *
 * @throws Ec2RuleError for a size that EC2 does not have, and for ids together with pages; OptionError for a token that is none
 */
export function pageInputOf(call: string, ids: readonly string[] | undefined, paging: PagingOptions): PageInput {
  checkNames(call, paging, ['startingToken', 'pageSize']);
  const { startingToken, pageSize } = paging;
  if (startingToken !== undefined && (typeof startingToken !== 'string' || startingToken === '')) {
    throw new OptionError(`${call}: startingToken is the nextToken of a page; leave it out to begin at the beginning`);
  }
  if (ids === undefined) return { MaxResults: checkedSize(call, pageSize) };
  if (startingToken === undefined && pageSize === undefined) return {};
  throw new Ec2RuleError('idsOrPages', `${call}: ids were given together with startingToken or pageSize`);
}

function checkedSize(call: string, pageSize: number = largest): number {
  if (Number.isInteger(pageSize) && pageSize >= smallest && pageSize <= largest) return pageSize;
  throw new Ec2RuleError('pageSize', `${call}: pageSize is ${String(pageSize)}`);
}
