import { S3, type S3ClientConfig } from '@aws-sdk/client-s3';
import {
  type Extended,
  extendSet,
  OptionError,
  resourceSet,
  type ServiceSet,
  type ServiceSetOptions,
  serviceSet,
} from '@proj/core';
import { bucketAddress } from './addresses/bucket-address.js';
import { Bucket } from './buckets/bucket.js';
import { type BucketSource, type BucketsOptions, bucketsOf, checkBucketsOptions } from './buckets/bucket-listing.js';
import { BucketStream } from './buckets/bucket-stream.js';
import type { CreateBucketOptions } from './buckets/create-bucket.js';
import { BucketHome } from './calls/bucket-home.js';
import { addContentMd5 } from './clients/content-md5.js';
import { countRequests } from './clients/count-requests.js';
import { type BucketNames, BucketRouter } from './routing/bucket-router.js';
import { Places } from './routing/places.js';
import { S3Region } from './s3-region.js';

/**
 * Regions, credentials, endpoint and limits, as any set of core takes them; `config` is the S3 client's.
 *
 * @example
 * ```ts
 * const options: S3Options = { regions: ['eu-*', '!eu-south-*'], config: { maxAttempts: 5 } };
 * ```
 */
export type S3Options = ServiceSetOptions<S3ClientConfig> & {
  /**
   * Whether a name is one bucket's in all regions, as with AWS, or each region has names of its own, as clusters of other makers have that
   * stand behind an `endpoint` for each.
   * @defaultValue `global`
   */
  readonly bucketNames?: BucketNames | undefined;
};

/** What a set of S3 has in place of its regions' methods, since a bucket lives in one region and any region lists all. */
export interface S3Extras {
  /** The account's buckets in the set's regions, each once, as they are read. @throws OptionError */
  buckets(options?: BucketsOptions): BucketStream;
  /** A bucket by its name, or by the ARN of an access point. Nothing is asked until something is done with it. @throws BucketAddressError */
  bucket(name: string): Bucket;
  /** Makes a bucket in a region. @throws OptionError */
  createBucket(name: string, options: CreateBucketOptions & { readonly region: string }): Promise<Bucket>;
}

/**
 * S3 in every region: buckets wherever they are, and a set's own members.
 *
 * @example
 * ```ts
 * const europe: S3Set = s3().in('eu-*');
 * ```
 */
export type S3Set = Extended<Omit<ServiceSet<S3Region>, keyof S3Extras>, S3Extras>;

/**
 * S3 in every region that is enabled for the account, or in those that the options name.
 *
 * @throws OptionError, UnknownRegionError, RegionNameError, MixedPartitionsError for options that cannot work
 * @example
 * ```ts
 * const everywhere = s3();
 * for await (const bucket of everywhere.buckets()) console.log(bucket.name, await bucket.region());
 * ```
 */
export function s3({ bucketNames = 'global', ...options }: S3Options = {}): S3Set {
  if (bucketNames !== 'global' && bucketNames !== 'regional')
    throw new OptionError("bucketNames is 'global' or 'regional'");
  const clients = serviceSet(S3, { ...options, config: withoutRedirects(options.config) });
  const places = new Places();
  const router = new BucketRouter(places, bucketNames);
  const source: BucketSource = {
    places,
    router,
    names: bucketNames,
    pinned: (region) => BucketRouter.to(places, region),
  };
  const regions = resourceSet(clients, (place) => {
    countRequests(place.native);
    addContentMd5(place.native);
    places.add(place);
    return new S3Region(place, source);
  });
  places.reachBy({
    make: (region) => regions.at(region),
    targets: () => regions.ready(),
    named: Array.isArray(options.regions) ? options.regions : [],
  });
  return extendSet(regions, (set: ServiceSet<S3Region>) => extrasOf(set, source)) as object as S3Set;
}

function extrasOf(set: ServiceSet<S3Region>, source: BucketSource): S3Extras {
  return {
    buckets: (options = {}) => {
      checkBucketsOptions(options);
      const each = () => set.map((region) => region.buckets(options));
      return new BucketStream(() => bucketsOf(source, { regions: regionsOf(set), each }, options));
    },
    bucket: (name) => {
      bucketAddress(name);
      return new Bucket(new BucketHome(source.router, name));
    },
    createBucket: async (name, given) => {
      const { region, ...options } = given ?? {};
      if (typeof region !== 'string')
        throw new OptionError('createBucket(name, { region }): say in which region it is to be');
      await set.at(region).createBucket(name, options);
      source.router.learn(name, region);
      return new Bucket(new BucketHome(source.router, name));
    },
  };
}

/** Which regions are the set's, found when that is first asked for. */
function regionsOf(set: ServiceSet<S3Region>): () => Promise<ReadonlySet<string>> {
  let found: Promise<ReadonlySet<string>> | undefined;
  return () => {
    found ??= set.ready().then((targets) => new Set(targets.map(({ region }) => region)));
    return found;
  };
}

/** The SDK's own following of redirects signs for whatever region another request has just found. */
function withoutRedirects(config: S3Options['config']): NonNullable<S3Options['config']> {
  const fixed = { followRegionRedirects: false };
  return typeof config === 'function' ? (target) => ({ ...config(target), ...fixed }) : { ...config, ...fixed };
}
