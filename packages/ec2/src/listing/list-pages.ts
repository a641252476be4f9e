import type { EC2, Filter } from '@aws-sdk/client-ec2';
import { checkNames } from '../calls/check-names.js';
import { checkTexts } from '../calls/check-texts.js';
import { callOptionsOf } from '../calls/request-options.js';
import type { Home } from '../resources/home.js';
import { filtersOf } from './filters.js';
import type { ListingOptions } from './listing-options.js';
import { followPages, type Page, tokenOf } from './pages.js';
import { type PagingOptions, pageInputOf } from './paging-options.js';

/** The part of a request that every listing has. */
interface ListInput {
  readonly MaxResults?: number | undefined;
  readonly NextToken?: string | undefined;
  readonly Filters?: Filter[] | undefined;
}

/** What one listing has of its own. */
export interface Listing<A extends { readonly NextToken?: string | undefined }, P extends Page> {
  /** For errors: the method. */
  readonly call: string;
  /** The SDK's name for the operation. */
  readonly operation: string;
  /** The options that it takes. */
  readonly names: readonly string[];
  /** Makes its request of the part that every listing has. Called once, when the options are known to be options. */
  request(ids: string[] | undefined): (ec2: EC2, input: ListInput) => Promise<A>;
  /** What a page has beside its token. */
  read(answer: A): Omit<P, 'nextToken'>;
}

/** The pages of a listing, each asked for when it is wanted. */
export function listPages<A extends { readonly NextToken?: string | undefined }, P extends Page>(
  home: Home,
  { call, operation, names, request, read }: Listing<A, P>,
  options: ListingOptions,
  paging: PagingOptions,
): AsyncGenerator<Omit<P, 'nextToken'> & Page, void, undefined> {
  checkNames(call, options, names);
  const { ids } = options;
  if (ids !== undefined) checkTexts(`${call}: ids`, ids);
  const send = request(ids && [...ids]);
  const input = { ...pageInputOf(call, ids, paging), Filters: filtersOf(call, options.filters) };
  const fetch = async (NextToken: string | undefined) => {
    const asked = { ...input, NextToken };
    const answer = await home.place.call(operation, (ec2) => send(ec2, asked), callOptionsOf(options));
    return { ...read(answer), nextToken: tokenOf(answer.NextToken) };
  };
  const { region } = home.place.target;
  return followPages({ operation, region, startingToken: paging.startingToken, fetch });
}
