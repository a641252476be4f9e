import type { EC2 } from '@aws-sdk/client-ec2';
import type { Place, Target } from '@proj/core';
import { checkNames } from './calls/check-names.js';
import { type RequestOptions, requestOptionNames } from './calls/request-options.js';
import type { Image } from './images/image.js';
import { type ImagePage, type ImagesOptions, imagePages } from './images/list-images.js';
import { collect } from './listing/pages.js';
import type { PagingOptions } from './listing/paging-options.js';
import { Printable } from './printing/printable.js';
import { findOne } from './resources/find-one.js';
import type { Home } from './resources/home.js';
import { type SnapshotPage, type SnapshotsOptions, snapshotPages } from './snapshots/list-snapshots.js';
import type { Snapshot } from './snapshots/snapshot.js';
import { type CreateVolumeOptions, createVolume } from './volumes/create-volume.js';
import { type VolumePage, type VolumesOptions, volumePages } from './volumes/list-volumes.js';
import type { Volume } from './volumes/volume.js';

/**
 * EC2 in one region: what `ec2()` has in each, and what `ec2().at(region)` gives.
 *
 * Listing methods gather all pages; their `paginate…` twins give them one by one. Beside the errors named, methods throw the
 * SDK's own (its hidden `$response` taken off), and core's `TimeOverError`, `CancelledError`, `UnexpectedBodyError`.
 *
 * @example
 * ```ts
 * const ireland = ec2().at('eu-west-1');
 * const volumes = await ireland.volumes({ filters: { 'tag:Name': ['web'] } });
 * ```
 */
export class Ec2Region extends Printable {
  /** The SDK's client of this region, on the set's connections and credentials. */
  readonly native: EC2;
  /** Where it is: service, region, partition. */
  readonly target: Target;
  readonly #home: Home;

  constructor(place: Place<EC2>) {
    super();
    this.native = place.native;
    this.target = place.target;
    this.#home = { place, service: this };
  }

  /** The region's name. */
  get region(): string {
    return this.target.region;
  }

  /**
   * All volumes of the account, or those that `ids` and `filters` ask for.
   *
   * @throws OptionError, and Ec2RuleError, for options that cannot work; RepeatingTokenError
   */
  async volumes(options: VolumesOptions = {}): Promise<readonly Volume[]> {
    return collect(volumePages(this.#home, options, {}), (page) => page.volumes);
  }

  /** The same page by page, each asked for when it is wanted. */
  paginateVolumes(options: VolumesOptions = {}, paging: PagingOptions = {}): AsyncIterable<VolumePage> {
    return volumePages(this.#home, options, paging);
  }

  /**
   * The snapshots that the account owns, unless `owners`, `restorableBy`, `public` or `ids` ask for others.
   *
   * @throws OptionError, and Ec2RuleError, for options that cannot work; RepeatingTokenError
   */
  async snapshots(options: SnapshotsOptions = {}): Promise<readonly Snapshot[]> {
    return collect(snapshotPages(this.#home, options, {}), (page) => page.snapshots);
  }

  /** The same page by page, each asked for when it is wanted. */
  paginateSnapshots(options: SnapshotsOptions = {}, paging: PagingOptions = {}): AsyncIterable<SnapshotPage> {
    return snapshotPages(this.#home, options, paging);
  }

  /**
   * The images that the account owns, unless `owners`, `executableBy`, `public` or `ids` ask for others.
   *
   * @throws OptionError, and Ec2RuleError, for options that cannot work; RepeatingTokenError
   */
  async images(options: ImagesOptions = {}): Promise<readonly Image[]> {
    return collect(imagePages(this.#home, options, {}), (page) => page.images);
  }

  /** The same page by page, each asked for when it is wanted. */
  paginateImages(options: ImagesOptions = {}, paging: PagingOptions = {}): AsyncIterable<ImagePage> {
    return imagePages(this.#home, options, paging);
  }

  /** The volume of this id. @throws Ec2NotFoundError when this region has none */
  async volume(id: string, options: RequestOptions = {}): Promise<Volume> {
    checkNames('volume(id, options)', options, requestOptionNames);
    const wanted = { kind: 'volume', id, region: this.region } as const;
    return findOne(wanted, (ids) => this.volumes({ ...options, ids }));
  }

  /** The snapshot of this id, whoever owns it. @throws Ec2NotFoundError when this region has none that one may see */
  async snapshot(id: string, options: RequestOptions = {}): Promise<Snapshot> {
    checkNames('snapshot(id, options)', options, requestOptionNames);
    const wanted = { kind: 'snapshot', id, region: this.region } as const;
    return findOne(wanted, (ids) => this.snapshots({ ...options, ids }));
  }

  /** The image of this id, whoever owns it. @throws Ec2NotFoundError when this region has none that one may launch */
  async image(id: string, options: RequestOptions = {}): Promise<Image> {
    checkNames('image(id, options)', options, requestOptionNames);
    const wanted = { kind: 'image', id, region: this.region } as const;
    return findOne(wanted, (ids) => this.images({ ...options, ids }));
  }

  /** Makes a volume here. @throws Ec2RuleError without a zone, without size or snapshot, or with tags that EC2 does not take */
  async createVolume(options: CreateVolumeOptions): Promise<Volume> {
    return createVolume(this.#home, options);
  }

  /** Its kind and region: `Ec2Region eu-west-1`. */
  override toString(): string {
    return `Ec2Region ${this.region}`;
  }
}
