import { isOptIn } from '../../regions/opt-in.js';
import { partitionOf, requirePartition } from '../../regions/table.js';
import { configuredRegion } from '../account/configured-region.js';

/**
 * The region in which STS is asked for an identity: the configured one, unless that is a region which the account may have turned off:
 * then its partition's first. It is always a regional endpoint: tokens of the global one are refused in opt-in regions.
 */
export async function stsRegion(profile: string | undefined): Promise<string> {
  const configured = (await configuredRegion(profile)) ?? requirePartition('aws').implicitGlobalRegion;
  return isOptIn(configured) ? requirePartition(partitionOf(configured) ?? 'aws').implicitGlobalRegion : configured;
}
