import { Random } from '../estate/random.js';
import type { Seed, SeedCount, SeedCounts } from './seed.js';

const none: SeedCounts = { volumes: 0, instances: 0, snapshots: 0, publicSnapshots: 0, images: 0, publicImages: 0 };

/** What the seed means for one region. Counts that were not given differ from region to region. */
export function seedCounts(seed: Seed | 'none', region: string): SeedCounts {
  if (seed === 'none') return none;
  const random = new Random(`counts of ${region}`);
  const [volumes, instances, snapshots] = [random.between(2, 6), random.between(1, 4), random.between(1, 3)];
  const images = random.between(1, 3);
  return {
    volumes: count(seed.volumes, region, volumes),
    instances: count(seed.instances, region, instances),
    snapshots: count(seed.snapshots, region, snapshots),
    publicSnapshots: count(seed.publicSnapshots, region, 25),
    images: count(seed.images, region, images),
    publicImages: count(seed.publicImages, region, 25),
  };
}

function count(given: SeedCount | undefined, region: string, otherwise: number): number {
  if (given === undefined) return otherwise;
  return typeof given === 'number' ? given : given(region);
}
