import type { StaticStructureSchema } from '@smithy/types';
import { partitionOf, requirePartition } from '../regions/table.js';
import { IdentityMemory } from './identity-memory.js';
import { endpointOf, type LookUp } from './look-up.js';
import { lookUpPlaces } from './look-up-places.js';
import { askQuery, type QueryQuestion } from './query-question.js';

/** The regions enabled for an identity, or why they could not be found out. */
export type Enabled =
  | { readonly regions: readonly string[]; readonly at: Date; readonly source: 'live' | 'cache' }
  | { readonly reason: string; readonly at: Date };

const kept = 3_600_000;
const failureKept = 60_000;
const placeTimeout = 5_000;
const known = new IdentityMemory<Enabled>();

/** Asks which regions are enabled: once an hour for each identity, in up to three places. Never fails. */
export async function enabledRegions(lookUp: LookUp): Promise<Enabled> {
  const places = await lookUpPlaces(lookUp.partition);
  try {
    const { accessKeyId } = await lookUp.credentials.resolve();
    const key = JSON.stringify([lookUp.partition, addressAsked(lookUp, places), accessKeyId]);
    const cached = known.find(key);
    if (cached !== undefined) return fromCache(await cached);
    return await known.keep(key, lookLive(lookUp, places), (answer) => ('reason' in answer ? failureKept : kept));
  } catch (error) {
    return { reason: reasonOf(error), at: new Date() };
  }
}

function fromCache(enabled: Enabled): Enabled {
  return 'reason' in enabled ? enabled : { ...enabled, source: 'cache' };
}

/** Whom an identity's answer is from. */
function addressAsked(lookUp: LookUp, [place = '']: readonly string[]): string | undefined {
  const { AWS_ENDPOINT_URL_EC2, AWS_ENDPOINT_URL } = process.env;
  return endpointOf(lookUp, 'ec2', place) ?? AWS_ENDPOINT_URL_EC2 ?? AWS_ENDPOINT_URL;
}

async function lookLive(lookUp: LookUp, places: readonly string[]): Promise<Enabled> {
  const reasons: string[] = [];
  for (const region of places) {
    try {
      return { regions: await describeRegions(lookUp, region), at: new Date(), source: 'live' };
    } catch (error) {
      reasons.push(`${region}: ${reasonOf(error)}`);
    }
  }
  return { reason: `DescribeRegions gave no answer (${reasons.join('; ')})`, at: new Date() };
}

async function describeRegions(lookUp: LookUp, region: string): Promise<readonly string[]> {
  const { dnsSuffix } = requirePartition(lookUp.partition);
  const { credentials, handler } = lookUp;
  const { Regions } = await askQuery<RegionsAnswer>(question, {
    region,
    address: `https://ec2.${region}.${dnsSuffix}`,
    endpoint: endpointOf(lookUp, 'ec2', region),
    credentials,
    handler,
    signal: AbortSignal.timeout(placeTimeout),
  });
  const names = (Regions ?? [])
    .filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in')
    .map(({ RegionName }) => RegionName);
  const regions = names.filter((name) => name !== undefined).filter((name) => mayBeIn(lookUp.partition, name));
  if (regions.length === 0) throw new Error('the answer names no region');
  return regions;
}

/** A region may be newer than the table, but it looks like one, and it is none of another partition's. */
function mayBeIn(partition: string, name: string): boolean {
  return /^[a-z]+(-[a-z]+)+-\d+$/.test(name) && (partitionOf(name) ?? partition) === partition;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code ?? error.name;
  return error.message.startsWith(String(code)) ? error.message : `${code}: ${error.message}`;
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

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeRegions.html, which gives the enabled ones. */
const question: QueryQuestion = {
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
