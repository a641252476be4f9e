import type { AvailabilityZone } from '../../../regions/availability-zones.js';
import { ApiError } from '../../../wire/api-error.js';
import type { Ec2Call } from '../ec2-call.js';
import { compileFilters, type FilterFields } from '../filters/compile-filters.js';
import type { Ec2Operation } from './operation.js';

/** A region's own zones are on wherever the region is. */
const OPT_IN = 'opt-in-not-required';

/** The zones of the region that is called: three everywhere, none of them a Local Zone. */
export const describeAvailabilityZones: Ec2Operation = {
  name: 'DescribeAvailabilityZones',
  parameters: ['ZoneName', 'ZoneId', 'AllAvailabilityZones', 'Filter'],
  run(call) {
    const passes = compileFilters(call.parameters, fieldsOf(call.estate.region));
    const zones = candidates(call).filter(passes);
    return (xml) =>
      xml.items('availabilityZoneInfo', zones, ({ name, id }) => {
        xml.leaf('optInStatus', OPT_IN);
        xml.branch('messageSet', () => {});
        xml.leaf('regionName', call.estate.region);
        xml.leaf('zoneName', name);
        xml.leaf('zoneId', id);
        xml.leaf('groupName', `${call.estate.region}-zg-1`);
        xml.leaf('networkBorderGroup', call.estate.region);
        xml.leaf('zoneType', 'availability-zone');
        xml.leaf('zoneState', 'available');
      });
  },
};

function fieldsOf(region: string): FilterFields<AvailabilityZone> {
  return new Map<string, (zone: AvailabilityZone) => string>([
    ['zone-name', ({ name }) => name],
    ['zone-id', ({ id }) => id],
    ['region-name', () => region],
    ['state', () => 'available'],
    ['zone-type', () => 'availability-zone'],
    ['opt-in-status', () => OPT_IN],
    ['group-name', () => `${region}-zg-1`],
  ]);
}

function candidates({ parameters, estate }: Ec2Call): readonly AvailabilityZone[] {
  const names = parameters.list('ZoneName');
  const ids = parameters.list('ZoneId');
  const unknown = [
    ...names.filter((name) => !estate.zones.some((zone) => zone.name === name)),
    ...ids.filter((id) => !estate.zones.some((zone) => zone.id === id)),
  ];
  if (unknown.length > 0)
    throw new ApiError('InvalidParameterValue', `Invalid availability zones: [${unknown.join(', ')}]`);
  if (names.length + ids.length === 0) return estate.zones;
  return estate.zones.filter(({ name, id }) => names.includes(name) || ids.includes(id));
}
