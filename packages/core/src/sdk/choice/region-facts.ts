import { OptionError } from '../../errors/option-error.js';
import { availabilityRead, hasService } from '../../regions/availability.js';
import { regionInfo } from '../../regions/table.js';
import type { RegionFacts } from './region-explanation.js';
import type { RegionFinder } from './region-finder.js';

/** What the tables know of a region, for a service. Throws for one that nobody knows. */
export async function factsOf(region: string, service: string, finder: RegionFinder): Promise<RegionFacts> {
  await requireRegionOf(finder, region);
  const info = regionInfo(region);
  return {
    region,
    known: info !== undefined,
    partition: info?.partition,
    optIn: info?.optIn,
    service,
    available: hasService(service, region),
    availableAt: availabilityRead(service),
  };
}

/** A region that is newer than the table may be in the account's own list, so that is asked first. */
async function requireRegionOf(finder: RegionFinder, region: string): Promise<void> {
  if (typeof region !== 'string')
    throw new OptionError(`explain(set, region): region is ${typeof region}: give a name`);
  if (regionInfo(region) === undefined && finder.isLive && looksLikeRegion(region)) await finder.find();
  finder.checkName(region);
}

function looksLikeRegion(name: string): boolean {
  return /^[a-z]{2,}(-[a-z]+)+-\d+$/.test(name);
}
