import { Estate } from '../estate/estate.js';
import { Random } from '../estate/random.js';
import type { SeedCounts } from './seed.js';
import { seedImages } from './seed-images.js';
import { seedInstances } from './seed-instances.js';
import { seedPublicImages } from './seed-public-images.js';
import { seedPublicSnapshots } from './seed-public-snapshots.js';
import { seedSnapshots } from './seed-snapshots.js';
import { seedVolumes } from './seed-volumes.js';
import { seedVpc } from './seed-vpc.js';

/** Whose estate is being laid out, and how big it is to be. */
export interface SeedPlan {
  readonly estate: Estate;
  readonly owner: string;
  readonly counts: SeedCounts;
  readonly random: Random;
}

/** Makes a region: a default VPC for each account, an estate for the first, and what the rest of the world publishes. */
export function seedEstate(region: string, accounts: readonly string[], counts: SeedCounts): Estate {
  const estate = new Estate(region);
  for (const account of accounts) seedVpc(estate, account);
  const [owner = ''] = accounts;
  const plan: SeedPlan = { estate, owner, counts, random: new Random(`seed of ${region}`) };
  const attached = seedInstances(plan);
  seedVolumes(plan, attached);
  seedSnapshots(plan);
  seedPublicSnapshots(plan);
  seedImages(plan);
  seedPublicImages(plan);
  return estate;
}
