import type { S3 } from '@aws-sdk/client-s3';
import type { Place, Target } from '@proj/core';
import type { Bucket } from './buckets/bucket.js';
import { type BucketSource, type BucketsOptions, bucketsAt, checkBucketsOptions } from './buckets/bucket-listing.js';
import { type CreateBucketOptions, createBucket } from './buckets/create-bucket.js';
import { pinnedBucket } from './buckets/pinned-bucket.js';

/**
 * S3 in one region: what `s3().at(region)` gives.
 *
 * Methods throw the errors named, the SDK's own (its hidden `$response` taken off), and core's `TimeOverError`, `CancelledError`,
 * `UnexpectedBodyError`.
 *
 * @example
 * ```ts
 * const ireland = s3().at('eu-west-1');
 * const bucket = await ireland.createBucket('example-reports');
 * ```
 */
export class S3Region {
  /** The SDK's client of this region, on the set's connections and credentials. */
  readonly native: S3;
  /** Where it is: service, region, partition. */
  readonly target: Target;
  readonly #place: Place<S3>;
  readonly #source: BucketSource;

  constructor(place: Place<S3>, source: BucketSource) {
    this.native = place.native;
    this.target = place.target;
    this.#place = place;
    this.#source = source;
  }

  /** The region's name. */
  get region(): string {
    return this.target.region;
  }

  /** The account's buckets that live here. @throws OptionError, RepeatingTokenError, UnexpectedAnswerError */
  async buckets(options: BucketsOptions = {}): Promise<readonly Bucket[]> {
    checkBucketsOptions(options);
    const all: Bucket[] = [];
    for await (const bucket of bucketsAt(this.#source, this.#place, options)) all.push(bucket);
    return all;
  }

  /** A bucket that lives here, as the caller knows: nothing is asked for its region. */
  bucket(name: string): Bucket {
    return pinnedBucket(this.#source, name, this.region);
  }

  /** Makes a bucket here. One that is the caller's own already is given as it is. @throws OptionError, the SDK's BucketAlreadyExists */
  async createBucket(name: string, options: CreateBucketOptions = {}): Promise<Bucket> {
    await createBucket(this.#place, name, options);
    return this.bucket(name);
  }

  /** The twelve digits of the account whose credentials ask. May ask STS, once for all objects of a set. */
  account(): Promise<string> {
    return this.#place.account();
  }
}
