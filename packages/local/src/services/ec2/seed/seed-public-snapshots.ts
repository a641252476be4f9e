import { Grants } from '../estate/grants.js';
import type { Random } from '../estate/random.js';
import { plausibleDate } from './names.js';
import type { SeedPlan } from './seed-estate.js';

/** Who publishes: Amazon itself, and two accounts of nobody here. */
const PUBLISHERS = [
  { ownerId: '137112412989', ownerAlias: 'amazon' },
  { ownerId: '137112412989', ownerAlias: 'amazon' },
  { ownerId: '099720109477', ownerAlias: undefined },
  { ownerId: '210987654321', ownerAlias: undefined },
] as const;
const SUBJECTS = ['Linux root volume', 'Census data', 'Genome data set', 'Web crawl', 'Kernel build tree'] as const;

/** Makes the snapshots of others that everybody may use: what a listing without an owner brings up. */
export function seedPublicSnapshots({ estate, counts, random }: SeedPlan): void {
  for (let index = 0; index < counts.publicSnapshots; index += 1) {
    const startedAt = plausibleDate(random);
    estate.snapshots.add({
      ...random.pick(PUBLISHERS),
      id: random.id('snap'),
      volumeId: random.id('vol'),
      volumeSize: random.between(1, 200),
      description: describe(random, index),
      kmsKeyId: undefined,
      startedAt,
      completedAt: startedAt,
      grants: new Grants({ kind: 'group', value: 'all' }),
    });
  }
}

function describe(random: Random, index: number): string {
  return `${random.pick(SUBJECTS)} ${index + 1} (public)`;
}
