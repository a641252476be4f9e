import { isCancelledError } from '@proj/core';
import { expect, test } from 'vitest';
import { isBucketRegionError } from '../errors/bucket-region-error.js';
import { isNoSuchBucketError } from '../errors/no-such-bucket-error.js';
import { FarEnd, refusal, serviceWith } from '../testing/far-end.js';

const regions = [
  ...['us-east-1', 'us-west-2', 'eu-west-1', 'eu-central-1'],
  ...['ap-southeast-2', 'ap-northeast-1', 'sa-east-1', 'ca-central-1'],
];
const thrown = (error: unknown): unknown => error;

test('of 10,000 requests at once over buckets in 8 regions none goes wrong, and each bucket is looked up once', async () => {
  const homes = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`bucket-${index}`, regions[index % 8] ?? '']),
  );
  const far = new FarEnd(serviceWith(homes));
  const set = far.set(regions);
  await Promise.all(
    Array.from({ length: 10_000 }, (_, index) =>
      set
        .bucket(`bucket-${index % 40}`)
        .object(`key-${index}`)
        .head(),
    ),
  );
  const lookUps = far.asked.filter(({ path }) => path.split('/').filter(Boolean).length === 1);
  const others = far.asked.filter((asked) => !lookUps.includes(asked));
  expect(lookUps).toHaveLength(40);
  expect(others).toHaveLength(10_000);
  const wrong = others.filter(
    ({ path, region, signedFor }) => homes[path.split('/')[1] ?? ''] !== region || signedFor !== region,
  );
  expect(wrong).toEqual([]);
}, 120_000);

test('what a listing has named is not looked up', async () => {
  const far = new FarEnd(serviceWith({ there: 'eu-west-1' }));
  const set = far.set(regions);
  const [bucket] = await set.buckets().toArray();
  await bucket?.object('a').head();
  await set.bucket('there').object('b').head();
  expect(far.lines).toEqual(['GET / in us-east-1', 'HEAD /there/a in eu-west-1', 'HEAD /there/b in eu-west-1']);
});

test.each([
  ['200', { headers: { 'x-amz-bucket-region': 'eu-west-1' } }],
  ['301', { status: 301, headers: { 'x-amz-bucket-region': 'eu-west-1' } }],
  ['400', { status: 400, headers: { 'x-amz-bucket-region': 'eu-west-1' } }],
  ['403', { status: 403, headers: { 'x-amz-bucket-region': 'eu-west-1' } }],
])('the header of a %s says where it is', async (_, answer) => {
  const far = new FarEnd(() => answer);
  expect(await far.set(regions).bucket('some-bucket').region()).toBe('eu-west-1');
  expect(far.asked).toHaveLength(1);
});

test.each([
  ['403 without a header', { status: 403 }],
  ['301 without a header', { status: 301 }],
  ['a region that is none', { status: 301, headers: { 'x-amz-bucket-region': 'us-east-99' } }],
  ['what would lead elsewhere', { status: 301, headers: { 'x-amz-bucket-region': 'x@attacker:443/#' } }],
])('%s is not known, and never us-east-1', async (_, answer) => {
  const far = new FarEnd(() => answer);
  const error = await far.set(regions).bucket('some-bucket').object('a').head().catch(thrown);
  expect(isBucketRegionError(error)).toBe(true);
  expect(far.asked).toHaveLength(1);
});

test('a 200 of a store that names no region is of the region that was asked', async () => {
  expect(await new FarEnd(() => ({})).set(regions).bucket('some-bucket').region()).toBe('us-east-1');
});

test('a bucket that is not there is an error of its own, and absent', async () => {
  const set = new FarEnd(serviceWith({})).set(regions);
  expect(isNoSuchBucketError(await set.bucket('some-bucket').object('a').get().catch(thrown))).toBe(true);
  expect(await set.bucket('some-bucket').exists()).toBe('absent');
});

test("somebody else's bucket is forbidden, and known to be where it is", async () => {
  const far = new FarEnd(() => ({ status: 403, headers: { 'x-amz-bucket-region': 'eu-west-1' } }));
  const bucket = far.set(regions).bucket('some-bucket');
  expect(await bucket.exists()).toBe('forbidden');
  expect(far.lines).toEqual(['HEAD /some-bucket in us-east-1', 'HEAD /some-bucket in eu-west-1']);
});

test.each([
  ['a redirect', { ...refusal('PermanentRedirect', 301), headers: { 'x-amz-bucket-region': 'eu-west-1' } }],
  ['a signature for another region', refusal('AuthorizationHeaderMalformed', 400, { region: 'eu-west-1' })],
])('%s corrects what is known, once, and the request is made again where it belongs', async (_, answer) => {
  const far = new FarEnd(({ path, region, method }) => {
    if (path === '/moved') return { headers: { 'x-amz-bucket-region': 'us-west-2' } };
    if (region !== 'eu-west-1') return answer;
    return method === 'PUT' ? { headers: { etag: '"e"' } } : {};
  });
  const object = far.set(regions).bucket('moved').object('a');
  await object.put('hello');
  await object.put('again');
  expect(far.lines).toEqual([
    'HEAD /moved in us-east-1',
    'PUT /moved/a in us-west-2',
    'PUT /moved/a in eu-west-1',
    'PUT /moved/a in eu-west-1',
  ]);
});

test('many that meet the same redirect correct it together', async () => {
  const far = new FarEnd(({ path, region }) => {
    if (path === '/moved') return { headers: { 'x-amz-bucket-region': 'us-west-2' } };
    return region === 'eu-west-1' ? {} : { status: 301, headers: { 'x-amz-bucket-region': 'eu-west-1' } };
  });
  const bucket = far.set(regions).bucket('moved');
  await Promise.all(Array.from({ length: 20 }, (_, index) => bucket.object(`${index}`).head()));
  await bucket.object('later').head();
  expect(far.lines.filter((line) => line.startsWith('HEAD /moved in'))).toHaveLength(1);
  expect(far.asked.filter(({ region }) => region === 'us-west-2')).toHaveLength(20);
  expect(far.lines.at(-1)).toBe('HEAD /moved/later in eu-west-1');
});

test('a redirect that leads nowhere new is told as it is', async () => {
  const far = new FarEnd(({ path }) =>
    path === '/lost' ? { headers: { 'x-amz-bucket-region': 'us-west-2' } } : refusal('PermanentRedirect', 301),
  );
  const error = await far.set(regions).bucket('lost').object('a').get().catch(thrown);
  expect(error).toMatchObject({ name: 'PermanentRedirect' });
  expect(far.asked).toHaveLength(2);
});

test('one who gives up does not end the look-up for the others', async () => {
  let answer = (): void => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const far = new FarEnd(async () => {
    await answered;
    return { headers: { 'x-amz-bucket-region': 'eu-west-1' } };
  });
  const bucket = far.set(regions).bucket('slow');
  const leaving = new AbortController();
  const left = bucket.region({ signal: leaving.signal }).catch(thrown);
  const staying = bucket.region();
  leaving.abort();
  expect(isCancelledError(await left)).toBe(true);
  answer();
  expect(await staying).toBe('eu-west-1');
  expect(far.asked).toHaveLength(1);
});

test('where each region has names of its own, the one that has it is found, and two are an error', async () => {
  const far = new FarEnd(({ path, region }) => {
    if (path === '/both') return region === 'sa-east-1' ? { status: 404 } : {};
    return path === '/one' && region === 'sa-east-1' ? {} : { status: 404 };
  });
  const set = far.set(['us-east-1', 'eu-west-1', 'sa-east-1'], { bucketNames: 'regional' });
  expect(await set.bucket('one').region()).toBe('sa-east-1');
  const error = await set.bucket('both').region().catch(thrown);
  expect(isBucketRegionError(error)).toBe(true);
  expect((error as Error).message).toContain('us-east-1, eu-west-1 each have one');
  expect(isNoSuchBucketError(await set.bucket('none').region().catch(thrown))).toBe(true);
});

test('a bucket by at(region) is asked there, whatever else is known', async () => {
  const far = new FarEnd(() => ({}));
  await far.set(regions).at('eu-west-1').bucket('mine').object('a').head();
  expect(far.lines).toEqual(['HEAD /mine/a in eu-west-1']);
});

test('directory buckets and access points say themselves where they are', async () => {
  const session =
    '<CreateSessionResult><Credentials><SessionToken>t</SessionToken><SecretAccessKey>s</SecretAccessKey><AccessKeyId>a</AccessKeyId><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></CreateSessionResult>';
  const far = new FarEnd(({ query }) => ('session' in query ? { body: session } : {}));
  const set = far.set(regions, { config: ({ region }) => far.configIn(region, { forcePathStyle: false }) });
  await set.bucket('arn:aws:s3:eu-west-1:111122223333:accesspoint/mine').object('a').head();
  await set.bucket('base--usw2-az1--x-s3').object('b').head();
  expect(far.asked.map(({ region }) => region)).toEqual(['eu-west-1', 'us-west-2', 'us-west-2']);
  expect(far.lines.at(0)).toBe('HEAD /a in eu-west-1');
});
