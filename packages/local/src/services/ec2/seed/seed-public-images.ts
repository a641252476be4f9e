import { Grants } from '../estate/grants.js';
import type { Image } from '../estate/image.js';
import type { Random } from '../estate/random.js';
import { imageDefaults, rootDevice } from './image-defaults.js';
import { plausibleDate } from './names.js';
import type { SeedPlan } from './seed-estate.js';

/** Who publishes, in turn: Amazon itself, a seller on the marketplace, and two accounts of nobody here. */
const PUBLISHERS = [
  { ownerId: '137112412989', ownerAlias: 'amazon', name: 'al2023-ami', productCodes: [] },
  {
    ownerId: '679593333241',
    ownerAlias: 'aws-marketplace',
    name: 'appliance',
    productCodes: ['3u5r7dnkzwqaxfe2v1ob0g9pc'],
  },
  { ownerId: '099720109477', ownerAlias: undefined, name: 'ubuntu-server', productCodes: [] },
  { ownerId: '210987654321', ownerAlias: undefined, name: 'hobby', productCodes: [] },
] as const;
const YEAR = 365 * 86_400_000;

/** Makes the images of others that everybody may launch: what a listing without an owner brings up. */
export function seedPublicImages({ estate, counts, random }: SeedPlan): void {
  for (let index = 0; index < counts.publicImages; index += 1) estate.images.add(makeImage(random, index));
}

/** One in five was made so long ago that it is deprecated. */
function makeImage(random: Random, index: number): Image {
  const { name, ...publisher } = PUBLISHERS[index % PUBLISHERS.length] ?? PUBLISHERS[0];
  const isOld = index % 5 === 4;
  const createdAt = isOld ? new Date(plausibleDate(random).getTime() - 3 * YEAR) : plausibleDate(random);
  return {
    ...publisher,
    ...imageDefaults,
    id: random.id('ami'),
    name: `${name}-${createdAt.toISOString().slice(0, 10)}-${index + 1}`,
    description: `${name} ${index + 1} (public)`,
    architecture: random.pick(['x86_64', 'arm64']),
    devices: [rootDevice(random.id('snap'), random.between(8, 40))],
    grants: new Grants({ kind: 'group', value: 'all' }),
    createdAt,
    availableAt: createdAt,
    deprecatedAt: isOld ? new Date(createdAt.getTime() + 2 * YEAR) : undefined,
  };
}
