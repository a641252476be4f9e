import type { Clock } from '../clock/clock.js';
import { systemClock } from '../clock/system-clock.js';
import type { Latency } from '../latency/latency.js';
import { measuredLatency } from '../latency/measured-latency.js';
import type { WrongRegion } from '../services/s3/addressing/wrong-region.js';
import { checkKind, checkShape, isObject } from './check-shape.js';
import type { LocalCloudOptions } from './options.js';
import { LocalCloudOptionsError } from './options-error.js';

const NAMES = Object.keys({
  regions: true,
  latency: true,
  faults: true,
  throttle: true,
  port: true,
  accounts: true,
  seed: true,
  snapshotTime: true,
  imageTime: true,
  consistency: true,
  consistencyTime: true,
  exportTime: true,
  exportFolder: true,
  s3Folder: true,
  restoreTime: true,
  s3WrongRegion: true,
  swiftRegions: true,
  swiftTokenTime: true,
  swiftListingTime: true,
  clock: true,
} satisfies Record<keyof LocalCloudOptions, true>) as (keyof LocalCloudOptions)[];

/** Options by names that mean something: a mistyped one would be a test of something else. */
export function checkOptions(given: LocalCloudOptions): LocalCloudOptions {
  return checkShape('options', given, NAMES);
}

/** The latency that the options ask for, if every region has one. */
export function readLatency(latency: LocalCloudOptions['latency'] = 'none', regions: Iterable<string>): Latency {
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

/** Whether calls are throttled. */
export function readThrottle(given: LocalCloudOptions['throttle']): boolean {
  checkKind('throttle', given, given === undefined || typeof given === 'boolean', 'true or false');
  return given ?? false;
}

/** The ms until a write to SimpleDB is seen by every read. */
export function readConsistency({ consistency = 'strong', consistencyTime = 1000 }: LocalCloudOptions): number {
  const known = consistency === 'strong' || consistency === 'eventual';
  checkKind('consistency', consistency, known, "'strong' or 'eventual'");
  const ms = checkMs('consistencyTime', consistencyTime);
  return consistency === 'strong' ? 0 : ms;
}

/** A folder, if one is given. */
export function readFolder(option: string, folder: unknown): string | undefined {
  const fits = folder === undefined || (typeof folder === 'string' && folder !== '');
  checkKind(option, folder, fits, 'the path of a folder');
  return folder as string | undefined;
}

/** What S3 says to a request of the wrong region. */
export function readWrongRegion(given: LocalCloudOptions['s3WrongRegion'] = 'byAddress'): WrongRegion {
  const known = given === 'byAddress' || given === 'redirect' || given === 'malformed';
  checkKind('s3WrongRegion', given, known, "'byAddress', 'redirect' or 'malformed'");
  return given;
}

/** The clock that the cloud goes by. */
export function readClock(clock: Clock = systemClock): Clock {
  const sound = isObject(clock) && typeof clock.now === 'function' && typeof clock.after === 'function';
  checkKind('clock', clock, sound, 'a clock, such as new ManualClock()');
  return clock;
}
