import type { Instance } from '../estate/instance.js';
import { plausibleDate, plausibleTags } from './names.js';
import type { SeedPlan } from './seed-estate.js';

const TYPES = ['t3.micro', 't3.medium', 'm6i.large', 'c6i.xlarge', 'r6i.large'] as const;
const STOPPED = 0.2;
const TOGETHER = 0.25;

/** Makes the instances; returns those that boot from a volume, which is to be made. */
export function seedInstances(plan: SeedPlan): readonly Instance[] {
  const { estate, owner, counts, random } = plan;
  const common = { securityGroupId: random.id('sg'), imageId: random.id('ami') };
  const rooted: Instance[] = [];
  let reservationId = '';
  for (let index = 0; index < counts.instances; index += 1) {
    if (index === 0 || random.next() > TOGETHER) reservationId = random.id('r');
    const instance = estate.instances.add(makeInstance(plan, index, reservationId, common));
    if (instance.root) rooted.push(instance);
    estate.tags.set(owner, instance.id, plausibleTags(random, estate.region, index + 1));
  }
  return rooted;
}

function makeInstance(
  { estate, owner, counts, random }: SeedPlan,
  index: number,
  reservationId: string,
  common: Pick<Instance, 'securityGroupId' | 'imageId'>,
): Instance {
  const [vpc] = [...estate.vpcs.placed()].filter(({ resource }) => resource.ownerId === owner);
  const stopped = random.next() < STOPPED;
  // Half of the volumes at most are taken: some should be free to work with.
  const root = index < Math.floor(counts.volumes / 2) ? { device: '/dev/xvda', volumeId: random.id('vol') } : undefined;
  return {
    ...common,
    id: random.id('i'),
    ownerId: owner,
    reservationId,
    type: random.pick(TYPES),
    state: stopped ? 'stopped' : 'running',
    zone: estate.zones[index % estate.zones.length]?.name ?? '',
    launchedAt: plausibleDate(random),
    privateIp: address('172.31', index),
    publicIp: stopped ? undefined : address('198.18', index),
    vpcId: vpc?.resource.id ?? '',
    subnetId: random.id('subnet'),
    networkInterfaceId: random.id('eni'),
    root,
  };
}

/** The first addresses of a net are its router's and its name servers'. 198.18.0.0/15 is nobody's: it is for such uses. */
function address(net: string, index: number): string {
  const host = index + 16;
  return `${net}.${(host >> 8) & 255}.${host & 255}`;
}
