import type { Estate } from '../estate/estate.js';
import type { Seed } from './seed.js';
import { seedCounts } from './seed-counts.js';
import { seedEstate } from './seed-estate.js';

/** Gives each region's estate, made when it is first asked for: a start should not wait for 36 of them. */
export function estates(seed: Seed | 'none', accounts: readonly string[]): (region: string) => Estate {
  const made = new Map<string, Estate>();
  return (region) => {
    const known = made.get(region);
    if (known) return known;
    const estate = seedEstate(region, accounts, seedCounts(seed, region));
    made.set(region, estate);
    return estate;
  };
}
