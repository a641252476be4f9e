import type { Volume as RawVolume, VolumeState, VolumeType } from '@aws-sdk/client-ec2';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { filtersOf } from '../listing/filters.js';
import { arnOf } from '../resources/arn.js';
import type { Home } from '../resources/home.js';
import { requireId } from '../resources/require-id.js';
import { Resource } from '../resources/resource.js';
import { type CreateSnapshotOptions, createSnapshot } from '../snapshots/create-snapshot.js';
import type { SnapshotsOptions } from '../snapshots/list-snapshots.js';
import type { Snapshot } from '../snapshots/snapshot.js';

const brand: symbol = Symbol.for('@proj/ec2/volume');

/**
 * An EBS volume, as it was when it was asked for. Methods throw the SDK's own errors, `TimeOverError` and `CancelledError`.
 *
 * @example
 * ```ts
 * for (const volume of (await everywhere.volumes()).flat()) {
 *   console.log(volume.region, volume.id, volume.size, volume.tags['Name']);
 * }
 * ```
 */
export class Volume extends Resource<RawVolume> {
  static {
    Object.defineProperty(Volume.prototype, brand, { value: true });
  }

  readonly #home: Home;

  constructor(home: Home, raw: RawVolume) {
    super(home, requireId(raw.VolumeId, 'VolumeId', home.place.target), raw);
    this.#home = home;
  }

  /** GiB. */
  get size(): number | undefined {
    return this.raw.Size;
  }

  /** `available`, `in-use`, `creating`, … */
  get state(): VolumeState | undefined {
    return this.raw.State;
  }

  /** `gp3`, `io2`, `st1`, … */
  get type(): VolumeType | undefined {
    return this.raw.VolumeType;
  }

  /** The availability zone that it is in. */
  get zone(): string | undefined {
    return this.raw.AvailabilityZone;
  }

  get encrypted(): boolean {
    return this.raw.Encrypted === true;
  }

  /** Its name: `arn:aws:ec2:eu-west-1:123456789012:volume/vol-…`. Needs the account. */
  async arn(): Promise<string> {
    return arnOf(this.#home.place.target, await this.account(), `volume/${this.id}`);
  }

  /** The volume as it is now. @throws Ec2NotFoundError when it is gone */
  refresh(options: RequestOptions = {}): Promise<Volume> {
    return this.#home.service.volume(this.id, options);
  }

  /** The snapshots that were made of it: one's own, unless the options ask for others'. */
  async snapshots(options: SnapshotsOptions = {}): Promise<readonly Snapshot[]> {
    const others = filtersOf('snapshots(options)', options.filters) ?? [];
    const filters = [...others, { Name: 'volume-id', Values: [this.id] }];
    return this.#home.service.snapshots({ ...options, filters });
  }

  /**
   * Begins a snapshot of it, tags and all in one request: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSnapshot.html.
   * The snapshot is `pending`: see `waitUntilCompleted`.
   *
   * @throws Ec2RuleError for tags that EC2 does not take
   */
  createSnapshot(description: string, options: CreateSnapshotOptions = {}): Promise<Snapshot> {
    return createSnapshot(this.#home, this, description, options);
  }

  /** Deletes it; it must not be attached. */
  async delete(options: RequestOptions = {}): Promise<void> {
    checkNames('delete(options)', options, requestOptionNames);
    const input = { VolumeId: this.id };
    await this.#home.place.call('deleteVolume', (ec2) => ec2.deleteVolume(input), callOptionsOf(options));
  }
}

/**
 * Whether the value is a {@link Volume}, of whichever installed copy of this package.
 *
 * @example
 * ```ts
 * const sizes = things.filter(isVolume).map((volume) => volume.size);
 * ```
 */
export function isVolume(value: unknown): value is Volume {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
