import type { Instance } from '../estate/instance.js';
import type { Volume } from '../estate/volume.js';
import { plausibleDate, plausibleTags } from './names.js';
import type { SeedPlan } from './seed-estate.js';

const SIZES = [8, 20, 50, 100, 500] as const;

/** Makes the volumes: first those that the instances boot from, then free ones. */
export function seedVolumes(plan: SeedPlan, rooted: readonly Instance[]): void {
  const { estate, owner, counts, random } = plan;
  for (let index = 0; index < counts.volumes; index += 1) {
    const volume = estate.volumes.add(makeVolume(plan, index, rooted[index]));
    estate.tags.set(owner, volume.id, plausibleTags(random, estate.region, index + 1));
  }
}

function makeVolume({ estate, owner, random }: SeedPlan, index: number, instance: Instance | undefined): Volume {
  const root = instance?.root;
  const attachment = instance &&
    root && { instanceId: instance.id, device: root.device, attachedAt: instance.launchedAt };
  return {
    id: root?.volumeId ?? random.id('vol'),
    ownerId: owner,
    zone: instance?.zone ?? estate.zones[index % estate.zones.length]?.name ?? '',
    size: random.pick(SIZES),
    type: 'gp3',
    iops: 3000,
    throughput: 125,
    kmsKeyId: undefined,
    snapshotId: undefined,
    createdAt: instance?.launchedAt ?? plausibleDate(random),
    attachment,
  };
}
