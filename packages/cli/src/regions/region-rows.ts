import { explain, type RegionExplanation, type RegionSource, regionInfo, regionsOf, type ServiceSet } from '@proj/core';
import type { RegionProbe } from './region-probe.js';

/** A region, as `serviceset regions` tells of it. */
export interface RegionRow {
  readonly Region: string;
  readonly Description: string | undefined;
  /** Whether an account has to opt in to it. */
  readonly OptIn: string;
  readonly In: string;
  /** Why it is in or out: see `RegionReason` of core. */
  readonly Reason: string;
  /** Who says so. */
  readonly Source: string;
  readonly At: Date;
}

/** Every region of the set's partition, and why it is in the set or out of it. */
export async function regionRows(set: ServiceSet<RegionProbe>): Promise<readonly RegionRow[]> {
  const targets = await set.ready();
  const partition = targets[0]?.partition ?? 'aws';
  const names = new Set([...regionsOf(partition), ...targets.map(({ region }) => region)]);
  return Promise.all([...names].map(async (name) => rowOf(await explain(set, name))));
}

function rowOf({ region, optIn, in: isIn, reason, source, at }: RegionExplanation): RegionRow {
  return {
    Region: region,
    Description: regionInfo(region)?.description,
    OptIn: optIn === undefined ? 'unknown' : optIn ? 'required' : 'not required',
    In: isIn ? 'yes' : 'no',
    Reason: reason,
    Source: source,
    At: at,
  };
}

/** Where the list of regions is from. */
export async function sourceOf(set: ServiceSet<RegionProbe>): Promise<RegionSource> {
  const { regions } = await set.here().settled();
  return regions;
}
