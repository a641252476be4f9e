import type { Region } from '../../../regions/region.js';
import { ApiError } from '../../../wire/api-error.js';
import { flag } from '../../query/read-parameters.js';
import type { Ec2Call } from '../ec2-call.js';
import { compileFilters, type FilterFields } from '../filters/compile-filters.js';
import type { Ec2Operation } from './operation.js';

const endpointOf = ({ name }: Region): string => `ec2.${name}.amazonaws.com`;

const fields: FilterFields<Region> = new Map([
  ['endpoint', endpointOf],
  ['opt-in-status', ({ optIn }: Region) => optIn],
  ['region-name', ({ name }: Region) => name],
]);

/** The regions; without `AllRegions` or names, those that the account may use. */
export const describeRegions: Ec2Operation = {
  name: 'DescribeRegions',
  parameters: ['RegionName', 'AllRegions', 'Filter'],
  run(call) {
    const passes = compileFilters(call.parameters, fields);
    const regions = candidates(call).filter(passes);
    return (xml) =>
      xml.items('regionInfo', regions, (region) => {
        xml.leaf('regionName', region.name);
        xml.leaf('regionEndpoint', endpointOf(region));
        xml.leaf('optInStatus', region.optIn);
      });
  },
};

function candidates({ parameters, regions }: Ec2Call): readonly Region[] {
  const names = parameters.list('RegionName');
  const unknown = names.find((name) => !regions.some((region) => region.name === name));
  if (unknown !== undefined) throw new ApiError('InvalidParameterValue', `Invalid region '${unknown}' was specified`);
  if (names.length > 0) return regions.filter(({ name }) => names.includes(name));
  return flag(parameters, 'AllRegions') ? regions : regions.filter(({ optIn }) => optIn !== 'not-opted-in');
}
