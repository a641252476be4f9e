import type { AccountCredentials } from '../accounts/account.js';
import type { Clock } from '../clock/clock.js';
import type { Faults } from '../faults/fault.js';
import type { Latency } from '../latency/latency.js';
import type { OptInStatus } from '../regions/region.js';
import type { Seed } from '../services/ec2/seed/seed.js';
import type { WrongRegion } from '../services/s3/addressing/wrong-region.js';

/**
 * A region to have: its name, or its name and whether the accounts have opted in to it. A name that is none of AWS's is
 * taken with `optIn` only: without it, it is a typing error.
 */
export type RegionOption = string | { readonly name: string; readonly optIn?: OptInStatus | undefined };

/** An account to have. */
export interface AccountOption {
  /** Twelve digits. */
  readonly id: string;
  /** @defaultValue a random key pair */
  readonly credentials?: AccountCredentials | undefined;
}

/** How the cloud is to be. */
export interface LocalCloudOptions {
  /**
   * The regions.
   * @defaultValue every commercial region of November 2026, opted in where that is needed
   */
  readonly regions?: readonly RegionOption[] | undefined;
  /**
   * How long answers wait: `none`, as `measured` from us-east-1, or a function of the region's name that gives ms.
   * @defaultValue `none`
   */
  readonly latency?: Latency | undefined;
  /**
   * What goes wrong where.
   * @defaultValue nothing
   */
  readonly faults?: Faults | undefined;
  /**
   * Whether calls draw from the token buckets that AWS documents, and are refused when those are empty.
   * @defaultValue `false`
   */
  readonly throttle?: boolean | undefined;
  /**
   * The port on 127.0.0.1; one that is taken is a {@link LocalCloudPortError}.
   * @defaultValue one that is free
   */
  readonly port?: number | undefined;
  /**
   * The accounts that are let in; the first owns what is there from the start.
   * @defaultValue two accounts with random keys
   */
  readonly accounts?: readonly AccountOption[] | undefined;
  /**
   * What the regions hold at the start.
   * @defaultValue a few volumes, instances, snapshots and images, and public snapshots and images of others
   */
  readonly seed?: Seed | 'none' | undefined;
  /**
   * How long a new snapshot stays `pending`, in ms; with 0 its next description is `completed`.
   * @defaultValue 0
   */
  readonly snapshotTime?: number | undefined;
  /**
   * What SimpleDB's reads see that do not ask for consistency: all that was written, or only what was written
   * `consistencyTime` ago.
   * @defaultValue `strong`
   */
  readonly consistency?: 'strong' | 'eventual' | undefined;
  /**
   * With `consistency: 'eventual'`, how long it takes until a write is seen, in ms of the `clock`.
   * @defaultValue 1000
   */
  readonly consistencyTime?: number | undefined;
  /**
   * How long an export of SimpleDB stays `PENDING`, and then `IN_PROGRESS`, in ms; with 0 its next description is its end.
   * @defaultValue 0
   */
  readonly exportTime?: number | undefined;
  /**
   * A folder for what exports of SimpleDB write, each object at `BUCKET/KEY`. Without it there are no buckets, and exports fail.
   * @defaultValue none
   */
  readonly exportFolder?: string | undefined;
  /**
   * A folder in which S3 keeps buckets and objects: a cloud that is started with the same folder has them again.
   * @defaultValue none; what does not fit in memory is in a folder of its own, which goes when the cloud ends
   */
  readonly s3Folder?: string | undefined;
  /**
   * How long it takes S3 to bring an object out of an archive, in ms of the `clock`.
   * @defaultValue 0
   */
  readonly restoreTime?: number | undefined;
  /**
   * What S3 answers to a request that was signed for another region than its bucket's: as AWS's endpoints do, `byAddress`, always a
   * `redirect` (301 `PermanentRedirect`), or always that the signature is `malformed` (400 `AuthorizationHeaderMalformed`).
   * @defaultValue `byAddress`: a redirect at an address that names a region, and for HEAD; malformed elsewhere
   */
  readonly s3WrongRegion?: WrongRegion | undefined;
  /**
   * The regions that Swift has, which are none of AWS's.
   * @defaultValue those of Rackspace: `DFW`, `ORD`, `IAD`, `LON`, `SYD`, `HKG`
   */
  readonly swiftRegions?: readonly string[] | undefined;
  /**
   * How long a token of Swift's is good, in ms of the `clock`.
   * @defaultValue 86,400,000: a day
   */
  readonly swiftTokenTime?: number | undefined;
  /**
   * How long it takes until Swift's listings and counts show a change, in ms of the `clock`.
   * @defaultValue 0
   */
  readonly swiftListingTime?: number | undefined;
  /**
   * What the cloud takes the time from, but for signatures, latency and throttling: a {@link ManualClock} goes on only when
   * it is told to.
   * @defaultValue the process's own time
   */
  readonly clock?: Clock | undefined;
  /**
   * How long a new image stays `pending`, in ms; with 0 its next description is `available`.
   * @defaultValue 0
   */
  readonly imageTime?: number | undefined;
}
