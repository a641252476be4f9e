import { commercialRegions } from '../regions/commercial-regions.js';
import type { OptInStatus, Region } from '../regions/region.js';
import { checkKind, checkShape } from './check-shape.js';
import type { LocalCloudOptions, RegionOption } from './options.js';
import { LocalCloudOptionsError } from './options-error.js';

const REGION_NAME = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;
const STATUSES: readonly OptInStatus[] = ['opt-in-not-required', 'opted-in', 'not-opted-in'];

/** The regions that the options name. */
export function readRegions(given: LocalCloudOptions['regions']): ReadonlyMap<string, Region> {
  checkKind('regions', given, given === undefined || Array.isArray(given), 'a list of names');
  const regions = given === undefined ? commercialRegions : given.map(readRegion);
  if (regions.length === 0)
    throw new LocalCloudOptionsError('regions', 'is empty; leave it out for every commercial region.');
  const byName = new Map(regions.map((region) => [region.name, region]));
  if (byName.size < regions.length)
    throw new LocalCloudOptionsError('regions', 'names a region twice; name each once.');
  return byName;
}

function readRegion(given: RegionOption): Region {
  const { name, optIn } =
    typeof given === 'string' ? { name: given, optIn: undefined } : checkShape('regions', given, ['name', 'optIn']);
  if (typeof name !== 'string' || !REGION_NAME.test(name))
    throw new LocalCloudOptionsError('regions', `'${name}' is no region's name; one looks like 'eu-west-1'.`);
  if (optIn !== undefined && !STATUSES.includes(optIn)) {
    throw new LocalCloudOptionsError('regions', `'${optIn}' is no opt-in status; give one of ${STATUSES.join(', ')}.`);
  }
  return { name, optIn: optIn ?? knownStatus(name) };
}

/** A name that no region has is a typing error, unless what only its author can know of it is said too. */
function knownStatus(name: string): OptInStatus {
  const known = commercialRegions.find((region) => region.name === name);
  if (known) return known.optIn;
  throw new LocalCloudOptionsError(
    'regions',
    `there is no commercial region '${name}'; name one of ${commercialRegions.map((region) => region.name).join(', ')}, ` +
      `or say { name: '${name}', optIn } to have one of your own.`,
  );
}
