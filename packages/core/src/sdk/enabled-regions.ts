import type { StaticStructureSchema } from '@smithy/types';
import { partitionOf, requirePartition } from '../regions/table.js';
import { targetOf } from '../targets/target.js';
import type { WireHandler } from './connections.js';
import { lookUpPlaces } from './look-up-places.js';
import type { ServiceSetOptions } from './options.js';
import { askQuery, type QueryQuestion } from './query-question.js';
import type { SharedCredentials } from './shared-credentials.js';

/** How the account's regions are asked for. */
export interface LookUp {
  readonly partition: string;
  readonly credentials: SharedCredentials;
  readonly handler: WireHandler;
  readonly endpoint: ServiceSetOptions<never>['endpoint'];
}

/** The regions enabled for an identity, or why they could not be found out. */
export type Enabled =
  | { readonly regions: readonly string[]; readonly at: Date; readonly source: 'live' | 'cache' }
  | { readonly reason: string; readonly at: Date };

const kept = 3_600_000;
const failureKept = 60_000;
const placeTimeout = 5_000;
const known = new Map<string, { readonly until: number; readonly answer: Promise<Enabled> }>();

/** Asks which regions are enabled: once an hour for each identity, in up to three places. Never fails. */
export async function enabledRegions(lookUp: LookUp): Promise<Enabled> {
  const places = await lookUpPlaces(lookUp.partition);
  const key = await identityOf(lookUp, places);
  const cached = known.get(key);
  if (cached !== undefined && Date.now() < cached.until) return fromCache(await cached.answer);
  const answer = lookLive(lookUp, places);
  known.set(key, { until: Date.now() + kept, answer });
  const enabled = await answer;
  if ('reason' in enabled) known.set(key, { until: Date.now() + failureKept, answer });
  return enabled;
}

function fromCache(enabled: Enabled): Enabled {
  return 'reason' in enabled ? enabled : { ...enabled, source: 'cache' };
}

/** Who asks, and whom. Without credentials nobody is asked, but the failure is still one answer for all who have none. */
async function identityOf(lookUp: LookUp, [place = '']: readonly string[]): Promise<string> {
  const identity = await lookUp.credentials.resolve().catch((error: Error) => ({ accessKeyId: error.name }));
  const { AWS_ENDPOINT_URL_EC2, AWS_ENDPOINT_URL } = process.env;
  const endpoint = endpointOf(lookUp, place) ?? AWS_ENDPOINT_URL_EC2 ?? AWS_ENDPOINT_URL;
  return JSON.stringify([lookUp.partition, endpoint, identity.accessKeyId]);
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
    endpoint: endpointOf(lookUp, region),
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

function endpointOf({ endpoint, partition }: LookUp, region: string): string | undefined {
  return typeof endpoint === 'function' ? endpoint(targetOf({ service: 'ec2', region, partition })) : endpoint;
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
