import type { Place } from '../calls/place.js';
import { checkRequestOptions, type RequestOptions } from '../calls/request-options.js';
import { followPages, type Page } from '../listing/pages.js';
import { type PagingOptions, pageSizeOf } from '../listing/paging-options.js';
import { getJson } from '../wire/get-json.js';
import { Container } from './container.js';
import { readContainers } from './read-containers.js';

/**
 * What listing containers takes.
 *
 * @example
 * ```ts
 * const options: ContainersOptions = { timeout: 5_000 };
 * ```
 */
export interface ContainersOptions extends RequestOptions {}

/**
 * A page of containers.
 *
 * @example
 * ```ts
 * for await (const { containers } of north.paginateContainers()) console.log(containers.length);
 * ```
 */
export interface ContainerPage extends Page {
  readonly containers: readonly Container[];
}

/** The pages of a region's containers: each is asked for by the last name of the one before, until one is empty. */
export function containerPages(
  place: Place,
  options: ContainersOptions,
  paging: PagingOptions,
): AsyncGenerator<ContainerPage, void, undefined> {
  const call = 'containers(options)';
  checkRequestOptions(call, options);
  const limit = String(pageSizeOf(call, paging));
  const operation = 'listContainers';
  const { region } = place;
  const fetch = async (marker: string | undefined) => {
    const query = new URLSearchParams({ limit, ...(marker === undefined ? {} : { marker }) });
    const answer = await getJson(place, { operation, path: `containers?${query}` }, options);
    const containers = readContainers(operation, region, answer).map((raw) => new Container(region, raw));
    return { containers, nextToken: containers.at(-1)?.id };
  };
  return followPages({ operation, region, startingToken: paging.startingToken, fetch });
}
