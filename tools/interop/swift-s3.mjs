// Our S3 package against the S3 interface of a real OpenStack Swift in three regions, each of which has buckets of its own.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isNoSuchBucketError, s3 } from '@proj/s3';
import { noSwift, regions, startSwift } from './swift/swift-server.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('@proj/s3').S3Set} S3Set */

export const name = 'swift-s3';

export const needs = noSwift;

/** @param {Report} report */
export async function run(report) {
  const swift = await startSwift();
  const newSet = () =>
    s3({
      regions,
      endpoint: ({ region }) => swift.s3[region] ?? '',
      bucketNames: 'regional',
      credentials: swift.keys,
      config: { forcePathStyle: true },
    });
  const sets = [newSet(), newSet()];
  try {
    const [first, second] = sets;
    if (first === undefined || second === undefined) throw new Error('there are two sets');
    await findsBuckets(report, first, second);
    await keepsObjects(report, second);
    await movesLargeOnes(report, second);
    await listsMany(report, second);
    await deletesAll(report, second);
  } finally {
    for (const set of sets) await set[Symbol.asyncDispose]();
    await swift.stop();
  }
}

/** @param {string} region */
const bucketIn = (region) => `of-${region}`;

/**
 * @param {Report} report
 * @param {S3Set} maker
 * @param {S3Set} stranger that has made none of the buckets
 */
async function findsBuckets(report, maker, stranger) {
  await report.check('a bucket is made in each region, and listed there once', async () => {
    for (const region of regions) await maker.createBucket(bucketIn(region), { region });
    const byRegion = await stranger.buckets().byRegion();
    const found = [...byRegion].map(([region, buckets]) => [region, buckets.map((bucket) => bucket.name)]);
    assert.deepEqual(
      found,
      regions.map((region) => [region, [bucketIn(region)]]),
    );
  });
  await report.check(
    'whoever did not make them finds each where it is, and what is nowhere is said to be',
    async () => {
      for (const region of regions) assert.equal(await stranger.bucket(bucketIn(region)).region(), region);
      assert.equal(await stranger.bucket('nowhere').exists(), 'absent');
      await assert.rejects(stranger.bucket('nowhere').object('a').get(), isNoSuchBucketError);
    },
  );
  await report.check(
    '300 requests at once over the three go where their buckets are, by clients of each region',
    async () => {
      const puts = Array.from({ length: 300 }, (_, index) => {
        const region = regions[index % regions.length] ?? '';
        return stranger.bucket(bucketIn(region)).object(`routed/${index}`).put(region);
      });
      await Promise.all(puts);
      for (const region of regions) {
        const { KeyCount } = await stranger
          .at(region)
          .native.listObjectsV2({ Bucket: bucketIn(region), Prefix: 'routed/' });
        assert.equal(KeyCount, 100);
      }
    },
  );
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function keepsObjects(report, everywhere) {
  const bucket = everywhere.bucket(bucketIn('eu-west-1'));
  await report.check('an object of any name keeps its bytes, its type and its metadata', async () => {
    const object = bucket.object('a folder/é ✓ +%.txt');
    await object.put('hello', { contentType: 'text/plain', metadata: { colour: 'blue' } });
    const { size, contentType, metadata, etag } = await object.head();
    assert.deepEqual([size, contentType, metadata['colour'], etag.length], [5, 'text/plain', 'blue', 32]);
    assert.equal(await (await object.get({ range: { start: 1, end: 3 } })).text(), 'ell');
    assert.equal(await (await object.get({ range: { last: 2 } })).text(), 'lo');
    await assert.rejects(object.get({ ifMatch: '0'.repeat(32) }), { name: 'PreconditionFailed' });
  });
  await report.check('it is copied with what it has, moved, and is there or not', async () => {
    const [from, to, third] = ['a folder/é ✓ +%.txt', 'copy', 'moved'].map((key) => bucket.object(key));
    await from?.copyTo(/** @type {import('@proj/s3').ObjectHandle} */ (to));
    assert.equal((await to?.head())?.metadata['colour'], 'blue');
    await to?.moveTo(/** @type {import('@proj/s3').ObjectHandle} */ (third));
    assert.deepEqual([await to?.exists(), await third?.exists()], ['absent', 'exists']);
  });
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function movesLargeOnes(report, everywhere) {
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-s3-'));
  const bytes = randomBytes(23_000_001);
  const file = join(folder, 'large');
  writeFileSync(file, bytes);
  const bucket = everywhere.bucket(bucketIn('us-west-2'));
  await report.check('a file goes up in parts and comes down by ranges as it was', async () => {
    const written = await bucket.object('large').uploadFile(file);
    assert.match(written.etag, /-3$/);
    const { size } = await bucket.object('large').downloadFile(join(folder, 'down'));
    assert.equal(size, bytes.length);
    assert.ok(readFileSync(join(folder, 'down')).equals(bytes));
  });
  await report.check('so does a stream of unknown length, and nothing is left half done', async () => {
    await bucket.object('streamed').upload(chunksOf(bytes));
    const body = await (await bucket.object('streamed').get()).bytes();
    assert.ok(Buffer.from(body).equals(bytes));
    assert.equal((await gathered(bucket.uploads())).length, 0);
  });
  await report.check('an upload that fails leaves no parts behind', async () => {
    await assert.rejects(bucket.object('broken').upload(breakingOff(bytes)), /it breaks off/);
    assert.equal((await gathered(bucket.uploads())).length, 0);
    assert.equal(await bucket.object('broken').exists(), 'absent');
  });
  rmSync(folder, { recursive: true });
}

/** @param {Uint8Array} bytes */
async function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
}

/** @param {Uint8Array} bytes */
async function* breakingOff(bytes) {
  yield bytes.subarray(0, 9_000_000);
  throw new Error('it breaks off');
}

/** @template T @param {AsyncIterable<T>} all @returns {Promise<T[]>} */
async function gathered(all) {
  const list = [];
  for await (const one of all) list.push(one);
  return list;
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function listsMany(report, everywhere) {
  const bucket = everywhere.bucket(bucketIn('us-east-1'));
  const keys = Array.from({ length: 1_500 }, (_, index) => `many/${(index * 7_919) % 1_500}/é${index}`);
  await report.check('1,500 keys are listed once each and in order, over pages', async () => {
    for (let at = 0; at < keys.length; at += 50) {
      await Promise.all(keys.slice(at, at + 50).map((key) => bucket.object(key).put('x')));
    }
    const rows = bucket.list({ prefix: 'many/', with: ['size'] });
    const listed = (await rows.toArray()).map((row) => row.name);
    assert.deepEqual(
      listed,
      [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
    );
    assert.ok(rows.spent.total <= 4, `${rows.spent.total} requests`);
  });
  await report.check('with a delimiter folders come in their places, and each costs nothing more', async () => {
    const rows = await bucket.list({ delimiter: '/' }).toArray();
    assert.deepEqual(rows, [{ prefix: 'many/' }, { prefix: 'routed/' }]);
  });
  await report.check('what costs a request for each key is paid for, and no more than the budget', async () => {
    const paid = bucket.list({ prefix: 'routed/', with: ['contentType'], budget: { maxRequests: 101 } });
    assert.equal((await paid.toArray()).length, 100);
    assert.deepEqual(paid.spent, { total: 101, by: { LIST: 1, HEAD: 100 } });
    const short = bucket.list({ prefix: 'routed/', with: ['contentType'], budget: { maxRequests: 50 } });
    await assert.rejects(short.toArray(), { name: 'BudgetError', spent: 50 });
  });
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function deletesAll(report, everywhere) {
  await report.check('all are deleted, a thousand in a request, and the buckets with them', async () => {
    for (const region of regions) {
      const bucket = everywhere.bucket(bucketIn(region));
      const outcomes = await gathered(bucket.deleteObjects(namesIn(bucket)));
      assert.deepEqual(
        outcomes.filter(({ error }) => error !== undefined),
        [],
      );
      await bucket.delete();
    }
    assert.deepEqual(await everywhere.buckets().toArray(), []);
  });
}

/** @param {import('@proj/s3').Bucket} bucket */
async function* namesIn(bucket) {
  for await (const row of bucket.list()) yield row.name;
}
