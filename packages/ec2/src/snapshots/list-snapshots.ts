import type { DescribeSnapshotsResult } from '@aws-sdk/client-ec2';
import { listPages } from '../listing/list-pages.js';
import { type ListingOptions, listingOptionNames } from '../listing/listing-options.js';
import type { Page } from '../listing/pages.js';
import type { PagingOptions } from '../listing/paging-options.js';
import type { Home } from '../resources/home.js';
import { Snapshot } from './snapshot.js';
import { type SnapshotScope, scopeInput } from './snapshot-scope.js';

export type { SnapshotScope } from './snapshot-scope.js';

/**
 * Which snapshots to list, and whose.
 *
 * @example
 * ```ts
 * const sharedWithMe: SnapshotsOptions = { restorableBy: ['self'] };
 * const amazonsPublicOnes: SnapshotsOptions = { owners: ['amazon'], public: true };
 * ```
 */
export interface SnapshotsOptions extends ListingOptions, SnapshotScope {}

/**
 * A page of snapshots.
 *
 * @example
 * ```ts
 * for await (const { snapshots } of ireland.paginateSnapshots()) console.log(snapshots.length);
 * ```
 */
export interface SnapshotPage extends Page {
  readonly snapshots: readonly Snapshot[];
}

const names: readonly string[] = ['owners', 'restorableBy', 'public', ...listingOptionNames];

/** The pages of a region's snapshots: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html. */
export function snapshotPages(
  home: Home,
  options: SnapshotsOptions,
  paging: PagingOptions,
): AsyncGenerator<SnapshotPage, void, undefined> {
  const call = 'snapshots(options)';
  return listPages<DescribeSnapshotsResult, SnapshotPage>(
    home,
    {
      ...{ call, operation: 'describeSnapshots', names },
      request(SnapshotIds) {
        const own = { ...scopeInput(call, options, SnapshotIds), SnapshotIds };
        return (ec2, input) => ec2.describeSnapshots({ ...input, ...own });
      },
      read: ({ Snapshots = [] }) => ({ snapshots: Snapshots.map((raw) => new Snapshot(home, raw)) }),
    },
    options,
    paging,
  );
}
