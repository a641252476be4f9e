import { isOptIn } from '../../regions/opt-in.js';
import { partitionOf, regionsOf, requirePartition } from '../../regions/table.js';
import { configuredRegion } from './configured-region.js';

const places = 3;
/** Far from each other, and enabled for every account of the commercial partition. */
const preferred = ['us-west-2', 'eu-west-1'];

/** Where to ask which regions are enabled: the configured region, then two others that no account can be without. */
export async function lookUpPlaces(partition: string): Promise<readonly string[]> {
  const configured = await configuredRegion();
  const always = regionsOf(partition).filter((region) => !isOptIn(region));
  const inOrder = [
    ...(configured !== undefined && partitionOf(configured) === partition ? [configured] : []),
    requirePartition(partition).implicitGlobalRegion,
    ...preferred.filter((region) => always.includes(region)),
    ...always,
  ];
  return [...new Set(inOrder)].slice(0, places);
}
