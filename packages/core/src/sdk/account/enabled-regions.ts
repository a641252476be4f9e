import { isOptIn } from '../../regions/opt-in.js';
import { partitionOf } from '../../regions/table.js';
import { presentable } from '../failures/clean-error.js';
import { codeOf, codesOfDisabledRegions } from '../failures/error-codes.js';
import { describeRegions } from './describe-regions.js';
import { hedged } from './hedged.js';
import { IdentityMemory } from './identity-memory.js';
import { listRegions, placeOfListRegions } from './list-regions.js';
import { endpointOf, type LookUp } from './look-up.js';
import { lookUpPlaces } from './look-up-places.js';
import type { RegionList } from './region-list.js';

/** The regions of an identity, and who said so, when. */
interface KnownRegions extends RegionList {
  readonly at: Date;
  readonly source: 'live' | 'cache';
  /** Such as `DescribeRegions asked in us-east-1`. */
  readonly by: string;
}

/** The regions enabled for an identity, or why they could not be found out. */
export type Enabled =
  | KnownRegions
  | {
      readonly reason: string;
      readonly at: Date;
      /** Whether a region that nobody can turn off refused the keys: then it is they that are bad, everywhere. */
      readonly refusesKeys: boolean;
    };

const kept = 3_600_000;
const failureKept = 60_000;
const placeTimeout = 5_000;
/** Milliseconds after which a place that is silent may well be down: another is asked beside it. */
const patience = 1_500;
const known = new IdentityMemory<Enabled>();

/** Asks which regions are enabled: once an hour for each identity, in up to three places and of two services. Never fails. */
export async function enabledRegions(lookUp: LookUp): Promise<Enabled> {
  try {
    const places = await lookUpPlaces(lookUp.partition);
    const { accessKeyId } = await lookUp.credentials.resolve();
    const key = JSON.stringify([lookUp.partition, addressAsked(lookUp, places), accessKeyId]);
    const cached = known.find(key);
    if (cached !== undefined) return fromCache(await cached);
    return await known.keep(key, lookLive(lookUp, places), (answer) => ('reason' in answer ? failureKept : kept));
  } catch (error) {
    return { reason: reasonOf(error), at: new Date(), refusesKeys: false };
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
  const ways = [...places.map((region) => describing(lookUp, region)), listing(lookUp)];
  try {
    return await hedged(
      ways.map((way) => (ended) => askedBy(way, lookUp.partition, ended)),
      patience,
    );
  } catch (error) {
    const failures: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
    const reasons = failures.map((failure, at) => `${ways[at]?.by}: ${reasonOf(failure)}`);
    const refusesKeys = failures.some((failure, at) => {
      return !isOptIn(ways[at]?.region ?? '') && codesOfDisabledRegions.has(codeOf(failure));
    });
    return { reason: `nobody said which regions are enabled (${reasons.join('; ')})`, at: new Date(), refusesKeys };
  }
}

async function askedBy(way: Way, partition: string, ended: AbortSignal): Promise<KnownRegions> {
  const timeOver = AbortSignal.timeout(placeTimeout);
  try {
    const list = usable(partition, await way.ask(AbortSignal.any([ended, timeOver])));
    return { ...list, at: new Date(), source: 'live', by: way.by };
  } catch (error) {
    throw timeOver.aborted ? new Error(`no answer within ${placeTimeout} ms`, { cause: error }) : error;
  }
}

/** One way to ask. */
interface Way {
  readonly by: string;
  readonly region: string;
  ask(signal: AbortSignal): Promise<RegionList>;
}

function describing(lookUp: LookUp, region: string): Way {
  return { by: `DescribeRegions asked in ${region}`, region, ask: (signal) => describeRegions(lookUp, region, signal) };
}

function listing(lookUp: LookUp): Way {
  const region = placeOfListRegions(lookUp.partition);
  return { by: `account:ListRegions asked in ${region}`, region, ask: (signal) => listRegions(lookUp, signal) };
}

/** What of a list can be regions of this partition. Fails where nothing is left: no account is without any. */
function usable(partition: string, { enabled, changing }: RegionList): RegionList {
  const regions = enabled.filter((name) => mayBeIn(partition, name));
  if (regions.length === 0) throw new Error('the answer names no region');
  return { enabled: regions, changing: new Map([...changing].filter(([name]) => mayBeIn(partition, name))) };
}

/** A region may be newer than the table, but it looks like one, and it is none of another partition's. */
function mayBeIn(partition: string, name: string): boolean {
  return /^[a-z]+(-[a-z]+)+-\d+$/.test(name) && (partitionOf(name) ?? partition) === partition;
}

function reasonOf(thrown: unknown): string {
  const error = presentable(thrown);
  const code = (error as { code?: unknown }).code ?? error.name;
  return code === 'Error' || error.message.startsWith(String(code)) ? error.message : `${code}: ${error.message}`;
}
