import type { S3, Bucket as WireBucket } from '@aws-sdk/client-s3';
import { type Fanout, OptionError, type Place } from '@proj/core';
import { BucketHome } from '../calls/bucket-home.js';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { RepeatingTokenError } from '../errors/repeating-token-error.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import type { BucketNames, BucketRouter } from '../routing/bucket-router.js';
import { firstThatAnswers } from '../routing/first-that-answers.js';
import type { Places } from '../routing/places.js';
import { Bucket } from './bucket.js';
import { pinnedBucket } from './pinned-bucket.js';

/**
 * Which buckets are listed.
 *
 * @example
 * ```ts
 * const options: BucketsOptions = { prefix: 'logs-' };
 * ```
 */
export interface BucketsOptions extends RequestOptions {
  /** Names that begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
}

/** How buckets are found. */
export interface BucketSource {
  readonly places: Places;
  readonly router: BucketRouter;
  readonly names: BucketNames;
  /** What sends all that is done to a bucket to one region, without asking. */
  pinned(region: string): BucketRouter;
}

const pageSize = 1_000;
/** Buckets whose regions are asked for at once, where a store's listing does not say them. */
const lookUps = 32;

/** Checks what a caller gave. @throws OptionError */
export function checkBucketsOptions(options: BucketsOptions): void {
  checkNames('buckets(options)', options, [...requestOptionNames, 'prefix']);
  if (options.prefix !== undefined && typeof options.prefix !== 'string') {
    throw new OptionError('buckets: prefix is a text that names begin with');
  }
}

/**
 * The buckets of an account, each once. Any region lists them all, so one is asked; where each region has names of its own, each is.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 */
export async function* bucketsOf(
  source: BucketSource,
  reach: BucketReach,
  options: BucketsOptions,
): AsyncGenerator<Bucket, void, undefined> {
  if (source.names === 'regional') yield* bucketsOfEach(reach.each());
  else yield* bucketsOfAll(source, reach, options);
}

/** The regions of a set, as far as listing its buckets goes. */
export interface BucketReach {
  regions(): Promise<ReadonlySet<string>>;
  /** Lists the buckets of each region. */
  each(): Fanout<readonly Bucket[]>;
}

/** What the regions that answered have, and then what says which did not. */
async function* bucketsOfEach(listing: Fanout<readonly Bucket[]>): AsyncGenerator<Bucket, void, undefined> {
  const { values, complete } = await listing.settled();
  for (const buckets of values) yield* buckets;
  if (!complete) await listing;
}

async function* bucketsOfAll(
  source: BucketSource,
  reach: BucketReach,
  options: BucketsOptions,
): AsyncGenerator<Bucket, void, undefined> {
  const { places } = source;
  const first = await firstThatAnswers(await places.anywhere(), async (region) => {
    const place = places.at(region);
    const pages = pagesAt(place, options, undefined);
    return { pages, place, page: await pages.next() };
  });
  const wanted = await reach.regions();
  for (let page = first.page; !page.done; page = await first.pages.next()) {
    const buckets = page.value.map((raw) => bucketAt(source, first.place, raw, undefined));
    for (let at = 0; at < buckets.length; at += lookUps) {
      const some = buckets.slice(at, at + lookUps);
      const regions = await Promise.all(some.map((bucket) => bucket.region(options)));
      yield* some.filter((_, index) => wanted.has(regions[index] ?? ''));
    }
  }
}

/** The buckets that live in one region. */
export async function* bucketsAt(
  source: BucketSource,
  place: Place<S3>,
  options: BucketsOptions,
): AsyncGenerator<Bucket, void, undefined> {
  const { region } = place.target;
  const isRegional = source.names === 'regional';
  for await (const page of pagesAt(place, options, isRegional ? undefined : region)) {
    for (const raw of page) {
      if (isRegional) yield pinnedBucket(source, nameOf(place, raw), region, raw.CreationDate);
      else yield bucketAt(source, place, raw, region);
    }
  }
}

async function* pagesAt(
  place: Place<S3>,
  options: BucketsOptions,
  BucketRegion: string | undefined,
): AsyncGenerator<readonly WireBucket[], void, undefined> {
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const ask = { MaxBuckets: pageSize, Prefix: options.prefix, ContinuationToken: token, BucketRegion };
    const answer = await place.call('listBuckets', (native) => native.listBuckets(ask), callOptionsOf(options));
    yield answer.Buckets ?? [];
    token = answer.ContinuationToken || undefined;
    if (token !== undefined && seen.has(token))
      throw new RepeatingTokenError('listBuckets', place.target.region, token);
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
}

/** What the listing says of its region is remembered, so that nothing has to be asked for the bucket later. */
function bucketAt(source: BucketSource, place: Place<S3>, raw: WireBucket, region: string | undefined): Bucket {
  const name = nameOf(place, raw);
  const said = raw.BucketRegion || region;
  if (said !== undefined) source.router.learn(name, said);
  return new Bucket(new BucketHome(source.router, name), { created: raw.CreationDate });
}

function nameOf({ target }: Place<S3>, { Name: name }: WireBucket): string {
  if (name) return name;
  throw new UnexpectedAnswerError('listBuckets', target.region, 'has a bucket without its Name');
}
