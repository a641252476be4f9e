import { type AvailabilityZone, availabilityZones } from '../../../regions/availability-zones.js';
import { ClientTokens } from './client-tokens.js';
import { Collection } from './collection.js';
import type { Image } from './image.js';
import type { Instance } from './instance.js';
import { Random } from './random.js';
import type { Snapshot } from './snapshot.js';
import { TagStore } from './tag-store.js';
import type { Volume } from './volume.js';
import type { Vpc } from './vpc.js';

/** All that one region holds. */
export class Estate {
  readonly region: string;
  readonly zones: readonly AvailabilityZone[];
  readonly volumes: Collection<Volume> = new Collection();
  readonly snapshots: Collection<Snapshot> = new Collection();
  readonly images: Collection<Image> = new Collection();
  /** The ids of images that were here once: EC2 still knows them. */
  readonly deregisteredImages: Set<string> = new Set();
  readonly instances: Collection<Instance> = new Collection();
  readonly vpcs: Collection<Vpc> = new Collection();
  readonly tags: TagStore = new TagStore();
  readonly clientTokens: ClientTokens = new ClientTokens();
  /** Gives the ids of what is made here. */
  readonly random: Random;

  constructor(region: string) {
    this.region = region;
    this.zones = availabilityZones(region);
    this.random = new Random(`estate of ${region}`);
  }
}
