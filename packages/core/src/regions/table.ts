import { nearest } from '../targets/nearest.js';
import { NoRegionError } from '../targets/no-region-error.js';
import { MixedPartitionsError } from './mixed-partitions-error.js';
import { isOptIn } from './opt-in.js';
import { type PartitionInfo, partitions } from './partitions.js';
import { UnknownPartitionError } from './unknown-partition-error.js';
import { UnknownRegionError } from './unknown-region-error.js';

/** What is known of a region without asking anybody. */
export interface RegionInfo {
  readonly name: string;
  readonly partition: string;
  /** As AWS calls it: `Europe (Ireland)`. */
  readonly description: string;
  /** Off until the account turns it on. */
  readonly optIn: boolean;
}

const table: ReadonlyMap<string, RegionInfo> = /* @__PURE__ */ new Map(partitions.flatMap(entriesOf));

function entriesOf({ id, regions }: PartitionInfo): (readonly [string, RegionInfo])[] {
  return Object.entries(regions).map(([name, description]) => [
    name,
    Object.freeze({ name, partition: id, description, optIn: isOptIn(name) }),
  ]);
}

/**
 * Every region of every partition, in the table's order.
 *
 * @example
 * ```ts
 * selectRegions(parseSelection(['*', '!cn-*']), regionsOf('aws'), knownRegions());
 * ```
 */
export function knownRegions(): readonly string[] {
  return [...table.keys()];
}

/**
 * What the table knows of a region; undefined for one that it does not have, and for pseudo regions such as `aws-global`.
 *
 * @example
 * ```ts
 * regionInfo('eu-south-2'); // { name: 'eu-south-2', partition: 'aws', description: 'Europe (Spain)', optIn: true }
 * ```
 */
export function regionInfo(name: string): RegionInfo | undefined {
  return table.get(name);
}

/**
 * What the table knows of a region that must be one.
 *
 * @throws UnknownRegionError naming the nearest known region.
 *
 * @example
 * ```ts
 * requireRegion('us-east-99'); // throws: unknown region 'us-east-99'; did you mean us-east-1?
 * ```
 */
export function requireRegion(name: string): RegionInfo {
  const info = table.get(name);
  if (info === undefined) throw new UnknownRegionError(name, likelyRegion(name));
  return info;
}

/** For a pseudo region, the one that its partition's global services are signed for. */
function likelyRegion(name: string): string {
  const pseudo = partitions.find(({ id }) => name === `${id}-global`);
  return pseudo?.implicitGlobalRegion ?? nearest(name, knownRegions()) ?? 'us-east-1';
}

/**
 * The partition that a region is in, if the table has that region.
 *
 * @example
 * ```ts
 * partitionOf('cn-north-1'); // 'aws-cn'
 * ```
 */
export function partitionOf(region: string): string | undefined {
  return table.get(region)?.partition;
}

/**
 * A partition that must be one: its DNS suffixes, its regions, and where its global services are signed for.
 *
 * @throws UnknownPartitionError naming the partitions there are.
 *
 * @example
 * ```ts
 * requirePartition('aws-cn').dnsSuffix; // 'amazonaws.com.cn'
 * ```
 */
export function requirePartition(id: string): PartitionInfo {
  const partition = partitions.find((candidate) => candidate.id === id);
  if (partition === undefined) {
    throw new UnknownPartitionError(
      id,
      partitions.map((candidate) => candidate.id),
    );
  }
  return partition;
}

/**
 * The names of a partition's regions, in the table's order.
 *
 * @throws UnknownPartitionError
 *
 * @example
 * ```ts
 * regionsOf('aws-us-gov'); // ['us-gov-east-1', 'us-gov-west-1']
 * ```
 */
export function regionsOf(partition: string): readonly string[] {
  return Object.keys(requirePartition(partition).regions);
}

/**
 * The partition that all of these regions are in (at least one must be given).
 *
 * @throws MixedPartitionsError naming the regions of each partition; UnknownRegionError; NoRegionError for an empty list.
 *
 * @example
 * ```ts
 * onePartition(['us-east-1', 'eu-west-1']); // 'aws'
 * ```
 */
export function onePartition(regions: readonly string[]): string {
  const found = byPartition(regions);
  const [first, ...others] = found.keys();
  if (first === undefined) throw new NoRegionError('no region was given: name at least one');
  if (others.length > 0) throw new MixedPartitionsError(found);
  return first;
}

function byPartition(regions: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { name, partition } of regions.map(requireRegion)) {
    const names = found.get(partition);
    if (names === undefined) found.set(partition, [name]);
    else names.push(name);
  }
  return found;
}
