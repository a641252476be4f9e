import { checkNames } from '../calls/check-names.js';
import { checkTexts } from '../calls/check-texts.js';
import { callOptionsOf } from '../calls/request-options.js';
import { filtersOf } from '../listing/filters.js';
import { type ListingOptions, listingOptionNames } from '../listing/listing-options.js';
import { followPages, type Page, tokenOf } from '../listing/pages.js';
import { type PagingOptions, pageInputOf } from '../listing/paging-options.js';
import type { Home } from '../resources/home.js';
import { Snapshot } from './snapshot.js';
import { type SnapshotScope, scopeInput } from './snapshot-scope.js';

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
  checkNames(call, options, names);
  const { ids } = options;
  if (ids !== undefined) checkTexts(`${call}: ids`, ids);
  const input = {
    ...pageInputOf(call, ids, paging),
    ...scopeInput(call, options, ids),
    SnapshotIds: ids && [...ids],
    Filters: filtersOf(call, options.filters),
  };
  const operation = 'describeSnapshots';
  const fetch = async (NextToken: string | undefined) => {
    const ask = { ...input, NextToken };
    const answer = await home.place.call(operation, (ec2) => ec2.describeSnapshots(ask), callOptionsOf(options));
    const snapshots = (answer.Snapshots ?? []).map((raw) => new Snapshot(home, raw));
    return { snapshots, nextToken: tokenOf(answer.NextToken) };
  };
  const { region } = home.place.target;
  return followPages({ operation, region, startingToken: paging.startingToken, fetch });
}
