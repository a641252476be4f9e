import type { Account } from '../accounts/account.js';
import { defaultAccountIds, makeAccount } from '../accounts/make-accounts.js';
import type { Latency } from '../latency/latency.js';
import { measuredLatency } from '../latency/measured-latency.js';
import { commercialRegions } from '../regions/commercial-regions.js';
import type { OptInStatus, Region } from '../regions/region.js';
import type { AccountOption, LocalCloudOptions, RegionOption } from './options.js';
import { LocalCloudOptionsError } from './options-error.js';

const REGION_NAME = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/;
const STATUSES: readonly OptInStatus[] = ['opt-in-not-required', 'opted-in', 'not-opted-in'];

/** The regions that the options name. */
export function readRegions(given: LocalCloudOptions['regions']): ReadonlyMap<string, Region> {
  const regions = given === undefined ? commercialRegions : given.map(readRegion);
  if (regions.length === 0)
    throw new LocalCloudOptionsError('regions', 'is empty; leave it out for every commercial region.');
  const byName = new Map(regions.map((region) => [region.name, region]));
  if (byName.size < regions.length)
    throw new LocalCloudOptionsError('regions', 'names a region twice; name each once.');
  return byName;
}

function readRegion(given: RegionOption): Region {
  const { name, optIn } = typeof given === 'string' ? { name: given, optIn: undefined } : given;
  if (!REGION_NAME.test(name))
    throw new LocalCloudOptionsError('regions', `'${name}' is no region's name; one looks like 'eu-west-1'.`);
  if (optIn !== undefined && !STATUSES.includes(optIn)) {
    throw new LocalCloudOptionsError('regions', `'${optIn}' is no opt-in status; give one of ${STATUSES.join(', ')}.`);
  }
  const known = commercialRegions.find((region) => region.name === name);
  return { name, optIn: optIn ?? known?.optIn ?? 'opt-in-not-required' };
}

/** The accounts that the options name, or two. */
export function readAccounts(given: LocalCloudOptions['accounts']): readonly Account[] {
  const options: readonly AccountOption[] = given ?? defaultAccountIds.map((id) => ({ id }));
  if (options.length === 0) throw new LocalCloudOptionsError('accounts', 'is empty; leave it out for two accounts.');
  const accounts = options.map(readAccount);
  const keys = new Set(accounts.flatMap(({ id, credentials }) => [id, credentials.accessKeyId]));
  if (keys.size < 2 * accounts.length)
    throw new LocalCloudOptionsError('accounts', 'two have the same id or access key; give each its own.');
  return accounts;
}

function readAccount({ id, credentials }: AccountOption): Account {
  if (!/^\d{12}$/.test(id))
    throw new LocalCloudOptionsError('accounts', `'${id}' is no account id; give twelve digits.`);
  // The key stands in a signature's scope between slashes.
  if (credentials && (!/^[\w-]{1,128}$/.test(credentials.accessKeyId) || credentials.secretAccessKey === '')) {
    throw new LocalCloudOptionsError(
      'accounts',
      `the key of ${id} is unusable; give letters and digits, and a secret that is not empty.`,
    );
  }
  return makeAccount(id, credentials);
}

/** The latency that the options ask for, if every region has one. */
export function readLatency(given: LocalCloudOptions['latency'], regions: Iterable<string>): Latency {
  const latency = given ?? 'none';
  if (typeof latency !== 'function' && latency !== 'none' && latency !== 'measured') {
    throw new LocalCloudOptionsError(
      'latency',
      `is ${String(latency)}; give 'none', 'measured' or a function that gives ms.`,
    );
  }
  for (const region of regions) {
    if (latency === 'measured' && !Object.hasOwn(measuredLatency.regions, region)) {
      throw new LocalCloudOptionsError('latency', `nobody measured '${region}'; give a function that gives its ms.`);
    }
    if (typeof latency === 'function') checkMs('latency', latency(region), `for ${region}`);
  }
  return latency;
}

/** A number of ms. */
export function checkMs(option: string, ms: unknown, where = ''): number {
  if (typeof ms === 'number' && ms >= 0 && ms <= 3_600_000) return ms;
  throw new LocalCloudOptionsError(option, `is ${String(ms)} ${where}; give ms, from 0 to an hour.`.replace('  ', ' '));
}

/** A port, or 0 for any. */
export function readPort(port: LocalCloudOptions['port']): number {
  if (port === undefined) return 0;
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new LocalCloudOptionsError('port', `is ${String(port)}; give a whole number from 0 (any free one) to 65535.`);
}
