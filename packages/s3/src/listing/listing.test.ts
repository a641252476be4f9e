import { isBudgetError } from '@proj/core/store';
import { expect, test } from 'vitest';
import { fill, localBucket } from '../testing/cloud.js';
import { FarEnd, refusal } from '../testing/far-end.js';

const byUtf8 = (keys: readonly string[]) => [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

test('keys of any characters are listed once each, in the order of their bytes', async () => {
  const bucket = await localBucket();
  const keys = [
    'a',
    'a b',
    'a+b',
    'a%2Fb',
    'ä/é',
    'z\u{1f600}',
    '\uffee',
    'tab\t',
    'line\nend\r',
    '\u0001',
    '\'"<>&',
    'a//b',
    '日本語',
  ];
  await fill(bucket, keys);
  expect((await bucket.list().toArray()).map(({ name }) => name)).toEqual(byUtf8(keys));
});

test('prefixes stand in the places where they sort', async () => {
  const bucket = await localBucket();
  await fill(bucket, ['a', 'b/1', 'b/2', 'c', 'd/e/f', 'z']);
  expect(await bucket.list({ delimiter: '/' }).toArray()).toEqual([
    { name: 'a' },
    { prefix: 'b/' },
    { name: 'c' },
    { prefix: 'd/' },
    { name: 'z' },
  ]);
  expect(await bucket.list({ prefix: 'd/', delimiter: '/' }).toArray()).toEqual([{ prefix: 'd/e/' }]);
});

test('what a listing costs is what its plan says', async () => {
  const bucket = await localBucket();
  await fill(
    bucket,
    Array.from({ length: 40 }, (_, index) => `key-${index}`),
  );
  const plain = bucket.list({ with: ['size', 'etag', 'modified', 'storageClass'] });
  const rows = await plain.toArray();
  expect(rows[0]).toMatchObject({ name: 'key-0', size: 5, storageClass: 'STANDARD' });
  const paid = bucket.list({ with: ['contentType', 'metadata'], budget: { maxRequests: 41 } });
  expect((await paid.toArray()).length).toBe(40);
  const [free, dear] = await Promise.all([
    bucket.list.plan({ expectKeys: 40 }),
    bucket.list.plan({ with: ['contentType'], expectKeys: 40 }),
  ]);
  expect([plain.spent.total, paid.spent.total]).toEqual([free.requests.max, dear.requests.max]);
  expect(paid.spent.by).toEqual({ LIST: 1, HEAD: 40 });
});

test('a budget ends before the request that would pass it, and its name goes on without a gap or a repeat', async () => {
  const bucket = await localBucket();
  const keys = Array.from({ length: 25 }, (_, index) => `key-${String(index).padStart(2, '0')}`);
  await fill(bucket, keys);
  const seen: string[] = [];
  let after: string | undefined;
  for (let part = 0; part < 10 && seen.length < keys.length; part += 1) {
    const rows = bucket.list({ with: ['contentType'], budget: { maxRequests: 8 }, after });
    try {
      for await (const { name } of rows) seen.push(name);
    } catch (error) {
      if (!isBudgetError(error)) throw error;
      after = error.resume;
    }
    expect(rows.spent.total).toBeLessThanOrEqual(8);
  }
  expect(seen).toEqual(keys);
});

test('a page that is none is the error that it would be by the SDK', async () => {
  const far = new FarEnd(({ method }) => (method === 'HEAD' ? {} : { body: '<html></html>' }));
  await expect(far.set(['eu-west-1']).bucket('some-bucket').list().toArray()).rejects.toMatchObject({
    name: 'UnexpectedBodyError',
  });
  const refusing = new FarEnd(({ method }) => (method === 'HEAD' ? {} : refusal('AccessDenied', 403)));
  await expect(refusing.set(['eu-west-1']).bucket('some-bucket').list().toArray()).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

test('versions, deletions among them, are listed by key, the newest first; uploads under way, too', async () => {
  const bucket = await localBucket();
  await (await bucket.native()).putBucketVersioning({
    Bucket: bucket.name,
    VersioningConfiguration: { Status: 'Enabled' },
  });
  for (const body of ['one', 'two']) await bucket.object('a').put(body);
  await bucket.object('a').delete();
  await bucket.object('b').put('three');
  const versions = [];
  for await (const { name, isLatest, isDeleteMarker } of bucket.versions())
    versions.push([name, isLatest, isDeleteMarker]);
  expect(versions).toEqual([
    ['a', true, true],
    ['a', false, false],
    ['a', false, false],
    ['b', true, false],
  ]);
  await (await bucket.native()).createMultipartUpload({ Bucket: bucket.name, Key: 'c' });
  for await (const upload of bucket.uploads()) {
    expect(upload.name).toBe('c');
    await upload.abort();
  }
  const left = [];
  for await (const upload of bucket.uploads()) left.push(upload);
  expect(left).toEqual([]);
});

test('many are deleted, 1,000 in a request, and each is told of in its turn', async () => {
  const asked: number[] = [];
  const far = new FarEnd(({ method, body, headers }) => {
    if (method === 'HEAD') return {};
    expect(headers['content-md5']).toMatch(/^[\w+/]{22}==$/);
    const keys = [...body.matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key);
    asked.push(keys.length);
    const failed = keys.includes('key-1500')
      ? '<Error><Key>key-1500</Key><Code>AccessDenied</Code><Message>no</Message></Error>'
      : '';
    const done = keys.filter((key) => key !== 'key-1500').map((key) => `<Deleted><Key>${key}</Key></Deleted>`);
    return { body: `<DeleteResult>${done.join('')}${failed}</DeleteResult>` };
  });
  const bucket = far.set(['eu-west-1']).bucket('some-bucket');
  const keys = Array.from({ length: 2_500 }, (_, index) => `key-${index}`);
  const outcomes = [];
  for await (const outcome of bucket.deleteObjects(keys)) outcomes.push(outcome);
  expect(asked.sort()).toEqual([1_000, 1_000, 500]);
  expect(outcomes.map(({ name }) => name)).toEqual(keys);
  expect(outcomes.filter(({ error }) => error !== undefined)).toEqual([
    { name: 'key-1500', versionId: undefined, deleteMarker: undefined, error: { code: 'AccessDenied', message: 'no' } },
  ]);
});
