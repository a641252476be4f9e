import { isFanOutError } from '@proj/core';
import { expect, test } from 'vitest';
import { isRepeatingTokenError } from '../errors/repeating-token-error.js';
import { isUnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { type Answer, FarEnd, refusal, serviceWith } from '../testing/far-end.js';
import { type Bucket, isBucket } from './bucket.js';

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const homes = { ireland: 'eu-west-1', sydney: 'ap-southeast-2', virginia: 'us-east-1', oregon: 'us-west-2' };
const thrown = (error: unknown): unknown => error;

function page(names: readonly string[], token?: string): Answer {
  const items = names.map((name) => `<Bucket><Name>${name}</Name></Bucket>`).join('');
  const next = token === undefined ? '' : `<ContinuationToken>${token}</ContinuationToken>`;
  return { body: `<ListAllMyBucketsResult><Buckets>${items}</Buckets>${next}</ListAllMyBucketsResult>` };
}

test('each bucket is listed once, by one request, and only where the set is', async () => {
  const far = new FarEnd(serviceWith(homes));
  const everywhere = far.set(regions);
  const all = await everywhere.buckets().toArray();
  expect(all.map(({ name }) => name)).toEqual(['ireland', 'sydney', 'virginia']);
  expect(all.every(isBucket)).toBe(true);
  expect(far.lines).toEqual(['GET / in us-east-1']);
  const europe = await everywhere.in('eu-*').buckets().byRegion();
  expect([...europe].map(([region, buckets]) => [region, buckets.map(({ name }) => name)])).toEqual([
    ['eu-west-1', ['ireland']],
  ]);
});

test('pages are followed, and a prefix goes with each', async () => {
  const far = new FarEnd(({ query }) => {
    expect(query['prefix']).toBe('a');
    return query['continuation-token'] === undefined ? page(['a1'], 't') : page(['a2']);
  });
  const names = [];
  const set = far.set(['eu-west-1'], { bucketNames: 'regional' });
  for await (const { name } of set.buckets({ prefix: 'a' })) names.push(name);
  expect(names).toEqual(['a1', 'a2']);
});

test('where the listing names no regions each is looked up, and once', async () => {
  const far = new FarEnd(({ path }) =>
    path === '/'
      ? page(['one', 'two'])
      : { headers: { 'x-amz-bucket-region': path === '/one' ? 'eu-west-1' : 'us-west-2' } },
  );
  const buckets = await far.set(regions).buckets().toArray();
  expect(buckets.map(({ name }) => name)).toEqual(['one']);
  expect(far.asked).toHaveLength(3);
});

test('where each region has names of its own all are listed, and one that fails is missing and no other', async () => {
  const far = new FarEnd(({ region }) =>
    region === 'eu-west-1' ? refusal('AccessDenied', 403) : page([`of-${region}`]),
  );
  const seen: Bucket[] = [];
  const listing = far.set(regions, { bucketNames: 'regional' }).buckets();
  const error = await (async () => {
    for await (const bucket of listing) seen.push(bucket);
  })().catch(thrown);
  expect(seen.map(({ name }) => name)).toEqual(['of-us-east-1', 'of-ap-southeast-2']);
  if (!isFanOutError(error)) throw error;
  expect(error.report.missing.map(({ region }) => region)).toEqual(['eu-west-1']);
});

test('a listing is read once', async () => {
  const listing = new FarEnd(serviceWith(homes)).set(regions).buckets();
  await listing.toArray();
  await expect(listing.toArray()).rejects.toMatchObject({ name: 'ConsumedError' });
});

test('a page that leads back, and a bucket without a name, are errors', async () => {
  const round = new FarEnd(() => page([], 't')).set(['eu-west-1'], { bucketNames: 'regional' });
  const [turning, nameless] = [round, new FarEnd(() => page([''])).set(['eu-west-1'], { bucketNames: 'regional' })];
  expect(isRepeatingTokenError(await turning.at('eu-west-1').buckets().catch(thrown))).toBe(true);
  expect(isUnexpectedAnswerError(await nameless.at('eu-west-1').buckets().catch(thrown))).toBe(true);
});

test('a region asks for its own buckets alone', async () => {
  const far = new FarEnd(serviceWith({ ireland: 'eu-west-1' }));
  await far.set(regions).at('eu-west-1').buckets();
  expect(far.asked[0]?.query).toMatchObject({ 'bucket-region': 'eu-west-1' });
});

test.each<[string, () => unknown]>([
  ['an option that is none', () => new FarEnd(serviceWith({})).set(regions).buckets({ prefx: 'a' } as object)],
  ['a prefix that is no text', () => new FarEnd(serviceWith({})).set(regions).buckets({ prefix: 7 as never })],
  ['names that are neither', () => new FarEnd(serviceWith({})).set(regions, { bucketNames: 'both' as never })],
  ['a bucket that is none', () => new FarEnd(serviceWith({})).set(regions).bucket('s3://a')],
])('%s is refused before a request', (_, ask) => {
  expect(ask).toThrow(expect.objectContaining({ name: expect.stringMatching(/OptionError|BucketAddressError/) }));
});

test('a new bucket is made in its region, and is known to be there', async () => {
  const far = new FarEnd(({ method }) => (method === 'PUT' ? {} : { headers: { etag: '"e"' } }));
  const bucket = await far.set(regions).createBucket('new-bucket', { region: 'eu-west-1', tags: { a: 'b' } });
  await bucket.object('a').head();
  expect(far.lines).toEqual(['PUT /new-bucket in eu-west-1', 'HEAD /new-bucket/a in eu-west-1']);
  expect(far.asked[0]?.body).toContain('<LocationConstraint>eu-west-1</LocationConstraint>');
  await far.set(regions).createBucket('old-bucket', { region: 'us-east-1' });
  expect(far.asked.at(-1)?.body).not.toContain('LocationConstraint');
});

test.each(['ab', 'A-bucket', 'a..b', '-ab', '192.168.0.1', 'xn--bucket', 'bucket-s3alias'])(
  '%s cannot name a new bucket',
  async (name) => {
    const far = new FarEnd(() => ({}));
    await expect(far.set(regions).createBucket(name, { region: 'eu-west-1' })).rejects.toMatchObject({
      name: 'OptionError',
    });
    expect(far.asked).toEqual([]);
  },
);
