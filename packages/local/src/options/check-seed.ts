import type { Seed, SeedCount } from '../services/ec2/seed/seed.js';
import { checkKind, checkShape, isObject } from './check-shape.js';
import { LocalCloudOptionsError } from './options-error.js';

const NAMES: readonly (keyof Seed)[] = [
  ...(['volumes', 'instances', 'snapshots', 'publicSnapshots', 'images', 'publicImages'] as const),
];
const MOST = 1_000_000;

/** The seed, if its counts are counts in every region. */
export function readSeed(given: Seed | 'none' | undefined, regions: readonly string[]): Seed | 'none' {
  if (given === undefined) return {};
  if (given === 'none') return given;
  checkKind('seed', given, isObject(given), `'none', or how many of ${NAMES.join(', ')}`);
  checkShape('seed', given, NAMES);
  for (const name of NAMES) for (const region of regions) checkCount(name, given[name], region);
  return given;
}

function checkCount(name: keyof Seed, given: SeedCount | undefined, region: string): void {
  const count = typeof given === 'function' ? given(region) : given;
  if (count === undefined || (Number.isInteger(count) && count >= 0 && count <= MOST)) return;
  throw new LocalCloudOptionsError(
    `seed.${name}`,
    `is ${String(count)} for ${region}; give a whole number from 0 to ${MOST}.`,
  );
}
