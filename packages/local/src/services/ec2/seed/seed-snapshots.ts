import { Grants } from '../estate/grants.js';
import { plausibleDate, plausibleTags } from './names.js';
import type { SeedPlan } from './seed-estate.js';

/** Makes snapshots of the first account's volumes, in turn; of volumes long gone where there are none. */
export function seedSnapshots({ estate, owner, counts, random }: SeedPlan): void {
  const volumes = [...estate.volumes.placed()].map(({ resource }) => resource);
  for (let index = 0; index < counts.snapshots; index += 1) {
    const volume = volumes[index % Math.max(1, volumes.length)];
    const startedAt = plausibleDate(random);
    const snapshot = estate.snapshots.add({
      id: random.id('snap'),
      ownerId: owner,
      ownerAlias: undefined,
      volumeId: volume?.id ?? random.id('vol'),
      volumeSize: volume?.size ?? 8,
      description: `Nightly backup ${startedAt.toISOString().slice(0, 10)}`,
      kmsKeyId: undefined,
      startedAt,
      completedAt: startedAt,
      grants: new Grants(),
    });
    estate.tags.set(owner, snapshot.id, plausibleTags(random, estate.region, index + 1));
  }
}
