import type { Place } from '../calls/place.js';
import { checkRequestOptions, type RequestOptions } from '../calls/request-options.js';
import { followPages, type Page } from '../listing/pages.js';
import { type PagingOptions, pageSizeOf } from '../listing/paging-options.js';
import { getJson } from '../wire/get-json.js';
import { Domain } from './domain.js';
import { readDomains } from './read-domains.js';

/**
 * What listing domains takes.
 *
 * @example
 * ```ts
 * const options: DomainsOptions = { timeout: 5_000 };
 * ```
 */
export interface DomainsOptions extends RequestOptions {}

/**
 * A page of domains.
 *
 * @example
 * ```ts
 * for await (const { domains } of north.paginateDomains()) console.log(domains.length);
 * ```
 */
export interface DomainPage extends Page {
  readonly domains: readonly Domain[];
}

/** The pages of a region's domains: each is asked for by the last name of the one before, until one is empty. */
export function domainPages(
  place: Place,
  options: DomainsOptions,
  paging: PagingOptions,
): AsyncGenerator<DomainPage, void, undefined> {
  const call = 'domains(options)';
  checkRequestOptions(call, options);
  const limit = String(pageSizeOf(call, paging));
  const operation = 'listDomains';
  const { region } = place;
  const fetch = async (marker: string | undefined) => {
    const query = new URLSearchParams({ limit, ...(marker === undefined ? {} : { marker }) });
    const answer = await getJson(place, { operation, path: `domains?${query}` }, options);
    const domains = readDomains(operation, region, answer).map((raw) => new Domain(region, raw));
    return { domains, nextToken: domains.at(-1)?.id };
  };
  return followPages({ operation, region, startingToken: paging.startingToken, fetch });
}
