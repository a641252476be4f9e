import type { Snapshot as RawSnapshot, SnapshotState } from '@aws-sdk/client-ec2';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { arnOf } from '../resources/arn.js';
import type { Home } from '../resources/home.js';
import { requireId } from '../resources/require-id.js';
import { Resource } from '../resources/resource.js';
import type { PermissionChanges, Permissions } from '../sharing/permissions.js';
import type { ResourcePermissions } from '../sharing/resource-permissions.js';
import type { Shareable } from '../sharing/shareable.js';
import type { CreateVolumeOptions } from '../volumes/create-volume.js';
import type { Volume } from '../volumes/volume.js';
import { progressOf } from './progress.js';
import { snapshotPermissions } from './snapshot-permissions.js';
import type { SnapshotWaitOptions } from './snapshot-wait-options.js';
import { waitUntilCompleted } from './wait-until-completed.js';

const brand: symbol = Symbol.for('@proj/ec2/snapshot');

/**
 * An EBS snapshot, as it was when it was asked for. Methods throw the SDK's own errors, `TimeOverError` and `CancelledError`.
 *
 * @example
 * ```ts
 * const pending = await volume.createSnapshot('nightly');
 * const snapshot = await pending.waitUntilCompleted({ onProgress: ({ percent }) => console.log(`${percent} %`) });
 * await snapshot.share({ userIds: ['123456789012'] });
 * ```
 */
export class Snapshot extends Resource<RawSnapshot> implements Shareable {
  static {
    Object.defineProperty(Snapshot.prototype, brand, { value: true });
  }

  readonly #home: Home;
  readonly #permissions: ResourcePermissions;

  constructor(home: Home, raw: RawSnapshot) {
    super(home, requireId(raw.SnapshotId, 'SnapshotId', home.place.target), raw);
    this.#home = home;
    this.#permissions = snapshotPermissions(home, this);
  }

  get description(): string | undefined {
    return this.raw.Description;
  }

  /** `pending`, `completed`, `error`, … */
  get state(): SnapshotState | undefined {
    return this.raw.State;
  }

  /** How far it has come, in percent. */
  get progress(): number {
    return progressOf(this.raw);
  }

  /** The volume that it was made of, which may be gone. */
  get volumeId(): string | undefined {
    return this.raw.VolumeId;
  }

  /** The size of that volume, in GiB. */
  get size(): number | undefined {
    return this.raw.VolumeSize;
  }

  get encrypted(): boolean {
    return this.raw.Encrypted === true;
  }

  /** The account that owns it, which may be another than one's own. */
  override async account(): Promise<string> {
    return this.raw.OwnerId ?? super.account();
  }

  /** Its name, in which EC2 puts no account: `arn:aws:ec2:eu-west-1::snapshot/snap-…`. */
  async arn(): Promise<string> {
    return arnOf(this.#home.place.target, '', `snapshot/${this.id}`);
  }

  /** The snapshot as it is now. @throws Ec2NotFoundError when it is gone */
  refresh(options: RequestOptions = {}): Promise<Snapshot> {
    return this.#home.service.snapshot(this.id, options);
  }

  async share(changes: PermissionChanges, options: RequestOptions = {}): Promise<void> {
    return this.#permissions.share(changes, options);
  }

  async unshare(changes: PermissionChanges, options: RequestOptions = {}): Promise<void> {
    return this.#permissions.unshare(changes, options);
  }

  async permissions(options: RequestOptions = {}): Promise<Permissions> {
    return this.#permissions.read(options);
  }

  async resetPermissions(options: RequestOptions = {}): Promise<void> {
    return this.#permissions.reset(options);
  }

  /** A volume that begins as this snapshot, in its region. @throws Ec2RuleError as `createVolume` of a region does */
  async createVolume(options: Omit<CreateVolumeOptions, 'snapshotId'>): Promise<Volume> {
    return this.#home.service.createVolume({ ...options, snapshotId: this.id });
  }

  /**
   * The snapshot when it is `completed`. Looks now and then every `pollInterval`, and tells `onProgress` what it sees.
   *
   * @throws SnapshotFailedError when it ended otherwise, with EC2's reason; SnapshotPendingError when `timeout` is over;
   * CancelledError; Ec2NotFoundError when it is gone, or not there after the first looks
   */
  waitUntilCompleted(options: SnapshotWaitOptions = {}): Promise<Snapshot> {
    return waitUntilCompleted(this, options);
  }

  /** Deletes it. */
  async delete(options: RequestOptions = {}): Promise<void> {
    checkNames('delete(options)', options, requestOptionNames);
    const input = { SnapshotId: this.id };
    await this.#home.place.call('deleteSnapshot', (ec2) => ec2.deleteSnapshot(input), callOptionsOf(options));
  }
}

/**
 * Whether the value is a {@link Snapshot}, of whichever installed copy of this package.
 *
 * @example
 * ```ts
 * const pending = things.filter(isSnapshot).filter(({ state }) => state === 'pending');
 * ```
 */
export function isSnapshot(value: unknown): value is Snapshot {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
