import type { StaticStructureSchema } from '@smithy/types';
import { requirePartition } from '../../regions/table.js';
import { endpointOf, type LookUp } from './look-up.js';
import { ask, type Question } from './question.js';
import type { RegionList } from './region-list.js';

/** Asks EC2 in one region which regions are enabled: without `AllRegions` it gives no others. */
export async function describeRegions(lookUp: LookUp, place: string, signal: AbortSignal): Promise<RegionList> {
  const { Regions = [] } = await ask<RegionsAnswer>(question, {
    region: place,
    address: `https://ec2.${place}.${requirePartition(lookUp.partition).dnsSuffix}`,
    endpoint: endpointOf(lookUp, 'ec2', place),
    credentials: lookUp.credentials,
    handler: lookUp.handler,
    signal,
  });
  const enabled = Regions.filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in')
    .map(({ RegionName }) => RegionName)
    .filter((name) => name !== undefined);
  return { enabled, changing: new Map() };
}

interface RegionsAnswer {
  readonly Regions?: readonly { readonly RegionName?: string; readonly OptInStatus?: string }[];
}

const region: StaticStructureSchema = [
  3,
  'proj.core',
  'Region',
  0,
  ['RegionName', 'OptInStatus'],
  [
    [0, { xmlName: 'regionName' }],
    [0, { xmlName: 'optInStatus' }],
  ],
];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html */
const question: Question = {
  protocol: 'ec2Query',
  serviceId: 'EC2',
  signingName: 'ec2',
  version: '2016-11-15',
  operation: 'DescribeRegions',
  output: [
    3,
    'proj.core',
    'Regions',
    0,
    ['Regions'],
    [[[1, 'proj.core', 'RegionList', 0, [region, { xmlName: 'item' }]], { xmlName: 'regionInfo' }]],
  ],
};
