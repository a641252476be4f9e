import { checkNames } from '../calls/check-names.js';
import { checkTexts } from '../calls/check-texts.js';
import { callOptionsOf } from '../calls/request-options.js';
import { filtersOf } from '../listing/filters.js';
import { type ListingOptions, listingOptionNames } from '../listing/listing-options.js';
import { followPages, type Page, tokenOf } from '../listing/pages.js';
import { type PagingOptions, pageInputOf } from '../listing/paging-options.js';
import type { Home } from '../resources/home.js';
import { Volume } from './volume.js';

/**
 * Which volumes to list.
 *
 * @example
 * ```ts
 * const unattached: VolumesOptions = { filters: { status: 'available' } };
 * ```
 */
export interface VolumesOptions extends ListingOptions {}

/**
 * A page of volumes.
 *
 * @example
 * ```ts
 * for await (const { volumes } of ireland.paginateVolumes()) console.log(volumes.length);
 * ```
 */
export interface VolumePage extends Page {
  readonly volumes: readonly Volume[];
}

/** The pages of a region's volumes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVolumes.html. */
export function volumePages(
  home: Home,
  options: VolumesOptions,
  paging: PagingOptions,
): AsyncGenerator<VolumePage, void, undefined> {
  const call = 'volumes(options)';
  checkNames(call, options, listingOptionNames);
  const { ids } = options;
  if (ids !== undefined) checkTexts(`${call}: ids`, ids);
  const input = {
    ...pageInputOf(call, ids, paging),
    VolumeIds: ids && [...ids],
    Filters: filtersOf(call, options.filters),
  };
  const operation = 'describeVolumes';
  const fetch = async (NextToken: string | undefined) => {
    const ask = { ...input, NextToken };
    const answer = await home.place.call(operation, (ec2) => ec2.describeVolumes(ask), callOptionsOf(options));
    const volumes = (answer.Volumes ?? []).map((raw) => new Volume(home, raw));
    return { volumes, nextToken: tokenOf(answer.NextToken) };
  };
  const { region } = home.place.target;
  return followPages({ operation, region, startingToken: paging.startingToken, fetch });
}
