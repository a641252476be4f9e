import { swiftRegions } from '../services/swift/swift-regions.js';
import { checkKind } from './check-shape.js';
import type { LocalCloudOptions } from './options.js';
import { LocalCloudOptionsError } from './options-error.js';

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;
const DAY = 86_400_000;
const YEAR = 365 * DAY;

/** The names of Swift's regions. */
export function readSwiftRegions(given: LocalCloudOptions['swiftRegions'] = swiftRegions): readonly string[] {
  checkKind('swiftRegions', given, Array.isArray(given) && given.length > 0, 'a list of names');
  for (const name of given) {
    const fits = typeof name === 'string' && NAME.test(name);
    checkKind('swiftRegions', name, fits, "names of letters, digits and hyphens, such as 'DFW'");
  }
  if (new Set(given).size < given.length) {
    throw new LocalCloudOptionsError('swiftRegions', 'names a region twice; name each once.');
  }
  return given;
}

/** The ms that a token is good for. */
export function readTokenTime(given: LocalCloudOptions['swiftTokenTime'] = DAY): number {
  const fits = typeof given === 'number' && given > 0 && given <= YEAR;
  checkKind('swiftTokenTime', given, fits, 'ms, up to a year');
  return given;
}
