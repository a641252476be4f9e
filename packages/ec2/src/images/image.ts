import type { ArchitectureValues, ImageState, Image as RawImage } from '@aws-sdk/client-ec2';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { filtersOf } from '../listing/filters.js';
import { arnOf } from '../resources/arn.js';
import type { Home } from '../resources/home.js';
import { requireId } from '../resources/require-id.js';
import { Resource } from '../resources/resource.js';
import type { LaunchPermissionChanges, Permissions } from '../sharing/permissions.js';
import type { ResourcePermissions } from '../sharing/resource-permissions.js';
import type { Shareable } from '../sharing/shareable.js';
import type { SnapshotsOptions } from '../snapshots/list-snapshots.js';
import type { Snapshot } from '../snapshots/snapshot.js';
import type { WaitOptions } from '../waiting/wait-options.js';
import { dateOf } from './creation-date.js';
import { imagePermissions } from './image-permissions.js';
import { waitUntilAvailable } from './wait-until-available.js';

const brand: symbol = Symbol.for('@proj/ec2/image');

/**
 * A machine image (AMI), as it was when it was asked for. Methods throw the SDK's own errors, `TimeOverError` and
 * `CancelledError`.
 *
 * @example
 * ```ts
 * for (const image of (await everywhere.images()).flat()) {
 *   if (image.public) console.warn(`${image.id} in ${image.region} can be launched by everybody`);
 * }
 * ```
 */
export class Image extends Resource<RawImage> implements Shareable {
  static {
    Object.defineProperty(Image.prototype, brand, { value: true });
  }

  readonly #home: Home;
  readonly #permissions: ResourcePermissions;

  constructor(home: Home, raw: RawImage) {
    super(home, requireId(raw.ImageId, 'ImageId', home.place.target), raw);
    this.#home = home;
    this.#permissions = imagePermissions(home, this);
  }

  /** The name that it was registered by, which is not its tag `Name`. */
  get name(): string | undefined {
    return this.raw.Name;
  }

  get description(): string | undefined {
    return this.raw.Description;
  }

  /** `pending`, `available`, `disabled`, `deregistered`, `failed`, … */
  get state(): ImageState | undefined {
    return this.raw.State;
  }

  /** `x86_64`, `arm64`, … */
  get architecture(): ArchitectureValues | undefined {
    return this.raw.Architecture;
  }

  /** Whether everybody may launch it. */
  get public(): boolean {
    return this.raw.Public === true;
  }

  /** Whether one of its snapshots or volumes is encrypted. */
  get encrypted(): boolean {
    return (this.raw.BlockDeviceMappings ?? []).some(({ Ebs }) => Ebs?.Encrypted === true);
  }

  /** When it was made; `raw.CreationDate` is the text. */
  get creationDate(): Date | undefined {
    return dateOf(this.raw.CreationDate);
  }

  /** The ids of the snapshots that its volumes begin with, in the order of its devices. */
  get snapshotIds(): readonly string[] {
    return (this.raw.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => Ebs?.SnapshotId || []);
  }

  /** The product codes that it carries, of the marketplace. */
  get productCodes(): readonly string[] {
    return (this.raw.ProductCodes ?? []).flatMap(({ ProductCodeId }) => ProductCodeId || []);
  }

  /** The account that owns it, which may be another than one's own. */
  override async account(): Promise<string> {
    return this.raw.OwnerId ?? super.account();
  }

  /** Its name, in which EC2 puts no account: `arn:aws:ec2:eu-west-1::image/ami-…`. */
  async arn(): Promise<string> {
    return arnOf(this.#home.place.target, '', `image/${this.id}`);
  }

  /** The image as it is now. @throws Ec2NotFoundError when it is gone */
  refresh(options: RequestOptions = {}): Promise<Image> {
    return this.#home.service.image(this.id, options);
  }

  /** The snapshots that its volumes begin with: one's own, unless the options ask for others'. */
  async snapshots(options: SnapshotsOptions = {}): Promise<readonly Snapshot[]> {
    const others = filtersOf('snapshots(options)', options.filters) ?? [];
    if (this.snapshotIds.length === 0) return [];
    const filters = [...others, { Name: 'snapshot-id', Values: [...new Set(this.snapshotIds)] }];
    return this.#home.service.snapshots({ ...options, filters });
  }

  async share(changes: LaunchPermissionChanges, options: RequestOptions = {}): Promise<void> {
    return this.#permissions.share(changes, options);
  }

  async unshare(changes: LaunchPermissionChanges, options: RequestOptions = {}): Promise<void> {
    return this.#permissions.unshare(changes, options);
  }

  async permissions(options: RequestOptions = {}): Promise<Permissions> {
    return this.#permissions.read(options);
  }

  async resetPermissions(options: RequestOptions = {}): Promise<void> {
    return this.#permissions.reset(options);
  }

  /**
   * The image when it is `available`. Looks now and then, every `pollInterval`.
   *
   * @throws ImageFailedError when it ended otherwise, with EC2's reason; ImagePendingError when `timeout` is over;
   * CancelledError; Ec2NotFoundError when it is gone, or not there after the first looks
   */
  waitUntilAvailable(options: WaitOptions = {}): Promise<Image> {
    return waitUntilAvailable(this, options);
  }

  /**
   * Deregisters it: nothing new can be launched of it. Its snapshots stay, and can then be deleted.
   * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DeregisterImage.html
   */
  async deregister(options: RequestOptions = {}): Promise<void> {
    checkNames('deregister(options)', options, requestOptionNames);
    const input = { ImageId: this.id };
    await this.#home.place.call('deregisterImage', (ec2) => ec2.deregisterImage(input), callOptionsOf(options));
  }
}

/**
 * Whether the value is an {@link Image}, of whichever installed copy of this package.
 *
 * @example
 * ```ts
 * const open = things.filter(isImage).filter((image) => image.public);
 * ```
 */
export function isImage(value: unknown): value is Image {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
