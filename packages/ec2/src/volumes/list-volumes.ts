import type { DescribeVolumesResult } from '@aws-sdk/client-ec2';
import { listPages } from '../listing/list-pages.js';
import { type ListingOptions, listingOptionNames } from '../listing/listing-options.js';
import type { Page } from '../listing/pages.js';
import type { PagingOptions } from '../listing/paging-options.js';
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
  return listPages<DescribeVolumesResult, VolumePage>(
    home,
    {
      ...{ call: 'volumes(options)', operation: 'describeVolumes', names: listingOptionNames },
      request: (VolumeIds) => (ec2, input) => ec2.describeVolumes({ ...input, VolumeIds }),
      read: ({ Volumes = [] }) => ({ volumes: Volumes.map((raw) => new Volume(home, raw)) }),
    },
    options,
    paging,
  );
}
