import type { S3 } from '@aws-sdk/client-s3';
import { type Listing, listing, type Plan } from '@proj/core/store';
import { AskingBucket } from '../abilities/asking-bucket.js';
import { bucketAddress } from '../addresses/bucket-address.js';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { directoryBucketFacts } from '../facts/directory-bucket-facts.js';
import { type S3Facts, s3Facts } from '../facts/s3-facts.js';
import { type DeleteManyOptions, type DeleteOutcome, deleteMany, type KeyVersion } from '../listing/delete-many.js';
import { listingSource } from '../listing/listing-source.js';
import { type PendingUpload, pendingUploads, type UploadsOptions } from '../listing/pending-uploads.js';
import { type ObjectVersion, objectVersions, type VersionsOptions } from '../listing/versions.js';
import { ObjectHandle } from '../objects/object-handle.js';
import { type SignedPost, type SignedPostOptions, signedPost } from '../signed/signed-post.js';
import { planUpload } from '../transfers/plans.js';
import { type Existence, existenceBy } from './existence.js';

const brand: symbol = Symbol.for('@proj/s3/bucket');

/** What a listing of buckets tells beside the name. */
export interface ListedBucket {
  readonly created: Date | undefined;
}

/**
 * A bucket. Nothing is asked until something is done with it; then it is done in the bucket's own region, which is found out once.
 *
 * @example
 * ```ts
 * const logs = everywhere.bucket('example-logs');
 * for await (const { name, size } of logs.list({ prefix: '2026/', with: ['size'] })) console.log(name, size);
 * ```
 */
export class Bucket extends AskingBucket {
  static {
    Object.defineProperty(Bucket.prototype, brand, { value: true });
  }

  readonly name: string;
  /** When it was made, where a listing said so. */
  readonly created: Date | undefined;
  /** What is true of its store. */
  readonly facts: S3Facts;
  /** Lists objects by name, with what is asked for of each, in as many requests as `list.plan()` says. */
  readonly list: Listing<S3Facts>;
  readonly #home: BucketHome;

  constructor(home: BucketHome, { created }: ListedBucket = { created: undefined }) {
    super(home);
    this.name = home.name;
    this.created = created;
    this.#home = home;
    this.facts = factsOf(home.name);
    this.list = listing(listingSource(home, this.facts));
  }

  /** The region that it lives in. Asks at most once, for all that is ever done to it. @throws NoSuchBucketError, BucketRegionError */
  region(options: RequestOptions = {}): Promise<string> {
    return this.#home.region(options);
  }

  /** The SDK's client of its region. */
  native(options: RequestOptions = {}): Promise<S3> {
    return this.#home.native(options);
  }

  /** Whether there is such a bucket; one that is somebody else's is `forbidden`. */
  exists(options: RequestOptions = {}): Promise<Existence> {
    const ask = (native: S3) => native.headBucket({ Bucket: this.name });
    return existenceBy(() => this.#home.call('headBucket', ask, options));
  }

  /** An object of it, which there may be or not. */
  object(key: string): ObjectHandle {
    return new ObjectHandle(this.#home, key);
  }

  /** All versions of its objects, the newest of each key first, deletions among them. */
  versions(options: VersionsOptions = {}): AsyncGenerator<ObjectVersion, void, undefined> {
    return objectVersions(this.#home, options);
  }

  /** Uploads by parts that were begun and neither completed nor aborted: their parts cost as objects do. */
  uploads(options: UploadsOptions = {}): AsyncGenerator<PendingUpload, void, undefined> {
    return pendingUploads(this.#home, options);
  }

  /** Deletes objects, 1,000 in a request, and says of each that could not be deleted why. */
  deleteObjects(
    keys: Iterable<string | KeyVersion> | AsyncIterable<string | KeyVersion>,
    options: DeleteManyOptions = {},
  ): AsyncGenerator<DeleteOutcome, void, undefined> {
    return deleteMany(this.#home, keys, options);
  }

  /** A form by which whoever has it can upload an object, without credentials, until it expires. Sends nothing but what finds the region. */
  signedPost(options: SignedPostOptions): Promise<SignedPost> {
    return signedPost(this.#home, options);
  }

  /** What uploading so many bytes to it costs. */
  planUpload(size: number): Plan {
    return planUpload(size);
  }

  /** Deletes the bucket, which has to be empty: versions and uploads count. */
  async delete(options: RequestOptions = {}): Promise<void> {
    await this.#home.call('deleteBucket', (native) => native.deleteBucket({ Bucket: this.name }), options);
    this.#home.forget();
  }

  override toString(): string {
    const region = this.#home.knownRegion;
    return `s3://${this.name}${region === undefined ? '' : ` (${region})`}`;
  }
}

/** A directory bucket lists in no order: what needs one is refused as it is asked for. */
function factsOf(name: string): S3Facts {
  return bucketAddress(name).kind === 'directory' ? { ...s3Facts, ...(directoryBucketFacts as object) } : s3Facts;
}

/**
 * Whether the value is a bucket of this package, of whichever installed copy.
 *
 * @example
 * ```ts
 * const names = things.filter(isBucket).map(({ name }) => name);
 * ```
 */
export function isBucket(value: unknown): value is Bucket {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
