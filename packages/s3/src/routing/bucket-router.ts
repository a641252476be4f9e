import type { S3 } from '@aws-sdk/client-s3';
import type { Place } from '@proj/core';
import { bucketAddress } from '../addresses/bucket-address.js';
import { isKnownRegion } from '../addresses/zone-region.js';
import { callOptionsOf, type RequestOptions } from '../calls/request-options.js';
import { findAmong, findRegion } from './find-region.js';
import { firstThatAnswers } from './first-that-answers.js';
import type { Places } from './places.js';
import { isMisrouted, regionHint } from './region-hint.js';
import { unlessAborted } from './unless-aborted.js';

/** Whether names of buckets are one for all regions of a partition, as AWS's are, or each region has its own, as clusters of other makers have. */
export type BucketNames = 'global' | 'regional';

/** One operation on a bucket. */
export interface BucketCall extends RequestOptions {
  readonly operation: string;
}

/**
 * Sends what is done to a bucket to the bucket's own region, whose client signs for it. The regions of buckets are remembered; one that is not
 * known is asked for once, however many wait for it.
 */
export class BucketRouter {
  readonly #places: Places;
  readonly #names: BucketNames;
  readonly #regions = new Map<string, string>();
  readonly #asking = new Map<string, Promise<string>>();

  constructor(places: Places, names: BucketNames) {
    this.#places = places;
    this.#names = names;
  }

  /** One that sends everything to one region. */
  static to(places: Places, region: string): BucketRouter {
    return new FixedRouter(places, region);
  }

  /** Remembers where a bucket is. */
  learn(bucket: string, region: string): void {
    this.#regions.set(bucket, region);
  }

  forget(bucket: string): void {
    this.#regions.delete(bucket);
  }

  /** Where a bucket is, if that is known. @throws BucketAddressError for what names none */
  known(bucket: string): string | undefined {
    return this.#regions.get(bucket) ?? bucketAddress(bucket).region;
  }

  /** Where a bucket is. @throws NoSuchBucketError, BucketRegionError, BucketAddressError */
  async regionOf(bucket: string, options: RequestOptions = {}): Promise<string> {
    const known = this.known(bucket);
    if (known !== undefined) return known;
    // Whoever comes first asks for all: his signal must not end it for the others.
    const asked = this.#asking.get(bucket) ?? this.#ask(bucket, { timeout: options.timeout });
    return options.signal === undefined ? asked : unlessAborted(asked, options.signal);
  }

  /** The client of the bucket's region. */
  async placeOf(bucket: string, options: RequestOptions = {}): Promise<Place<S3>> {
    return this.#places.at(await this.regionOf(bucket, options));
  }

  /**
   * Does it in the bucket's region. When the service says that the bucket is in another one, that is remembered, and it is done there: bodies are always
   * in memory, so that they can be sent again.
   */
  async call<R>(bucket: string, work: (native: S3) => Promise<R>, call: BucketCall): Promise<R> {
    const region = await this.regionOf(bucket, call);
    const first = await this.#attempt(region, work, call);
    if ('value' in first) return first.value;
    const moved = this.#correct(bucket, region, first.hint);
    if (moved === undefined) throw first.error;
    const second = await this.#attempt(moved, work, call);
    if ('value' in second) return second.value;
    throw second.error;
  }

  async #attempt<R>(region: string, work: (native: S3) => Promise<R>, call: BucketCall): Promise<Tried<R>> {
    let hint: string | undefined;
    const watched = async (native: S3) => {
      try {
        return await work(native);
      } catch (error) {
        if (isMisrouted(error)) hint = regionHint(error).region;
        throw error;
      }
    };
    try {
      return { value: await this.#places.at(region).call(call.operation, watched, callOptionsOf(call)) };
    } catch (error) {
      return { error, hint };
    }
  }

  /** The region where it is instead, unless somebody else has found out by now. */
  #correct(bucket: string, wrong: string, hint: string | undefined): string | undefined {
    const known = this.#regions.get(bucket);
    if (known !== undefined && known !== wrong) return known;
    if (hint === undefined || hint === wrong || !isKnownRegion(hint)) return undefined;
    this.learn(bucket, hint);
    return hint;
  }

  #ask(bucket: string, options: RequestOptions): Promise<string> {
    const asking = this.#find(bucket, options)
      .then((region) => {
        this.learn(bucket, region);
        return region;
      })
      .finally(() => this.#asking.delete(bucket));
    this.#asking.set(bucket, asking);
    return asking;
  }

  /** Any region knows of all buckets: the next one is asked where one cannot be reached. */
  async #find(bucket: string, options: RequestOptions): Promise<string> {
    if (this.#names === 'regional') return findAmong(await this.#places.all(), bucket, options);
    const regions = await this.#places.anywhere();
    return firstThatAnswers(regions, (region) => findRegion(this.#places.at(region), bucket, options));
  }
}

/** Whoever names the region knows it: nothing is asked, and nothing is corrected. */
class FixedRouter extends BucketRouter {
  readonly #region: string;

  constructor(places: Places, region: string) {
    super(places, 'global');
    this.#region = region;
  }

  override known(): string {
    return this.#region;
  }

  override learn(): void {}
}

type Tried<R> = { readonly value: R } | { readonly error: unknown; readonly hint: string | undefined };
