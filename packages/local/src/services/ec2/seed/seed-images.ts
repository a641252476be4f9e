import { Grants } from '../estate/grants.js';
import type { Image } from '../estate/image.js';
import type { Snapshot } from '../estate/snapshot.js';
import { imageDefaults, rootDevice } from './image-defaults.js';
import { plausibleDate, plausibleTags } from './names.js';
import type { SeedPlan } from './seed-estate.js';

/** Makes the first account's images, of its snapshots in turn; where there are none, they boot from an instance store. */
export function seedImages(plan: SeedPlan): void {
  const { estate, owner, counts, random } = plan;
  const snapshots = [...estate.snapshots.placed()].flatMap(({ resource }) =>
    resource.ownerId === owner ? [resource] : [],
  );
  // The instances came from somewhere: the first image is theirs.
  const [instance] = estate.instances.placed();
  for (let index = 0; index < counts.images; index += 1) {
    const id = index === 0 && instance ? instance.resource.imageId : random.id('ami');
    const image = estate.images.add(makeImage(plan, id, snapshots[index % Math.max(1, snapshots.length)]));
    estate.tags.set(owner, image.id, plausibleTags(random, estate.region, index + 1));
  }
}

function makeImage({ owner, random }: SeedPlan, id: string, snapshot: Snapshot | undefined): Image {
  const createdAt = plausibleDate(random);
  return {
    id,
    ownerId: owner,
    ownerAlias: undefined,
    name: `golden-${createdAt.toISOString().slice(0, 10)}-${id.slice(-4)}`,
    description: `Golden image of ${createdAt.toISOString().slice(0, 10)}`,
    architecture: random.pick(['x86_64', 'arm64']),
    ...imageDefaults,
    devices: snapshot ? [rootDevice(snapshot.id, snapshot.volumeSize)] : [],
    grants: new Grants(),
    productCodes: [],
    createdAt,
    availableAt: createdAt,
    deprecatedAt: undefined,
  };
}
