// Our buckets and objects against moto's S3.
import assert from 'node:assert/strict';
import { isNoSuchBucketError, s3 } from '@proj/s3';
import { missing } from './harness/have.mjs';
import { startServer } from './harness/server.mjs';
import { givesRights } from './moto/s3-rights.mjs';
import { keepsSettings } from './moto/s3-settings.mjs';
import { signs } from './moto/s3-signed.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('@proj/s3').S3Set} S3Set */

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'made-up' };

export const name = 'moto-s3';

export const needs = () => missing('moto_server', ['--help']);

/** @param {number} port */
async function answers(port) {
  return fetch(`http://127.0.0.1:${port}/moto-api/`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** @param {Report} report */
export async function run(report) {
  const server = await startServer({
    command: 'moto_server',
    args: (port) => ['-H', '127.0.0.1', '-p', String(port)],
    ready: answers,
  });
  const everywhere = s3({ endpoint: server.url, credentials, regions });
  await findsBuckets(report, everywhere);
  await movesObjects(report, everywhere);
  await changesObjects(report, everywhere);
  await keepsVersions(report, everywhere);
  await keepsSettings(report, everywhere);
  await givesRights(report, everywhere);
  await signs(report, everywhere);
  await everywhere[Symbol.asyncDispose]();
}

/**
 * @template T
 * @param {AsyncIterable<T>} things
 */
async function all(things) {
  const list = [];
  for await (const thing of things) list.push(thing);
  return list;
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function findsBuckets(report, everywhere) {
  await report.check('a bucket is made in each of three regions, listed once, and found where it is', async () => {
    for (const region of regions) await everywhere.createBucket(`of-${region}`, { region, tags: { at: region } });
    const listed = await all(everywhere.buckets({ prefix: 'of-' }));
    assert.deepEqual(listed.map((bucket) => bucket.name).sort(), regions.map((region) => `of-${region}`).sort());
    // moto says 200 to whoever asks, and names the region: a bucket that was only named is found by that.
    for (const region of regions) assert.equal(await everywhere.bucket(`of-${region}`).region(), region);
  });
  await report.check('one that is not there is said to be absent', async () => {
    assert.equal(await everywhere.bucket('not-there-at-all').exists(), 'absent');
    await assert.rejects(everywhere.bucket('not-there-at-all').cors(), isNoSuchBucketError);
  });
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function movesObjects(report, everywhere) {
  const bucket = everywhere.bucket('of-eu-west-1');
  await report.check('an object goes there and back with what it was written with', async () => {
    const object = bucket.object('Ordner/ä b+c.txt');
    await object.put('hello', { contentType: 'text/plain', metadata: { Own: 'x' }, cacheControl: 'no-cache' });
    const { info, text } = await object.get();
    assert.equal(await text(), 'hello');
    assert.deepEqual(
      [info.size, info.contentType, info.metadata, info.cacheControl],
      [5, 'text/plain', { own: 'x' }, 'no-cache'],
    );
    assert.equal(await (await object.get({ range: { last: 2 } })).text(), 'lo');
  });
  await report.check('1,200 are listed in order and deleted in two requests', async () => {
    const names = Array.from({ length: 1_200 }, (_, index) => `many/${String(index).padStart(4, '0')}`);
    for (let at = 0; at < names.length; at += 50) {
      await Promise.all(names.slice(at, at + 50).map((key) => bucket.object(key).put('x')));
    }
    assert.deepEqual(
      (await all(bucket.list({ prefix: 'many/' }))).map((row) => row.name),
      names,
    );
    const outcomes = await all(bucket.deleteObjects(names));
    assert.deepEqual([outcomes.length, outcomes.filter(({ error }) => error !== undefined)], [1_200, []]);
    assert.deepEqual(await all(bucket.list({ prefix: 'many/' })), []);
  });
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function changesObjects(report, everywhere) {
  const bucket = everywhere.bucket('of-ap-southeast-2');
  const object = bucket.object('a/ü');
  await report.check('tags of an object are set, read and taken away', async () => {
    await object.put('x', { tags: { a: '1' } });
    assert.deepEqual(await object.tags(), { a: '1' });
    await object.setTags({ b: 'ü', c: '' });
    assert.deepEqual(await object.tags(), { b: 'ü', c: '' });
    await object.setTags(undefined);
    assert.deepEqual(await object.tags(), {});
  });
  await report.check('metadata is changed, and all else stays', async () => {
    const kept = {
      contentType: 'text/csv',
      contentLanguage: 'de',
      cacheControl: 'no-cache',
      storageClass: 'STANDARD_IA',
    };
    await object.put('a;b', {
      .../** @type {import('@proj/s3').WriteOptions} */ (kept),
      metadata: { old: '1' },
      tags: { t: '1' },
    });
    await object.setMetadata({ new: '2' });
    const { metadata, contentType, contentLanguage, cacheControl, storageClass } = await object.head();
    assert.deepEqual({ contentType, contentLanguage, cacheControl, storageClass }, kept);
    assert.deepEqual(
      [metadata, await object.tags(), await (await object.get()).text()],
      [{ new: '2' }, { t: '1' }, 'a;b'],
    );
  });
  await report.check('a storage class is changed, and all else stays', async () => {
    await object.changeStorageClass('ONEZONE_IA');
    const { storageClass, metadata, contentType } = await object.head();
    assert.deepEqual([storageClass, metadata, contentType], ['ONEZONE_IA', { new: '2' }, 'text/csv']);
  });
  await report.check('what is archived is asked for, and asked for longer', async () => {
    await object.changeStorageClass('GLACIER');
    assert.equal(await object.restore({ days: 1, tier: 'Bulk' }), 'begun');
    assert.equal(await object.restore({ days: 2 }), 'prolonged');
    assert.equal((await object.head()).restoring?.isUnderWay, false);
  });
}

/**
 * @param {Report} report
 * @param {S3Set} everywhere
 */
async function keepsVersions(report, everywhere) {
  await report.check(
    'versions are not there until they are switched on; then they are listed, read and deleted',
    async () => {
      const bucket = await everywhere.createBucket('with-versions', { region: 'ap-southeast-2' });
      await assert.rejects(bucket.require('versions'), { name: 'UnsupportedError', ability: 'versions' });
      await bucket.setVersioning('enabled');
      assert.deepEqual(await bucket.versioning(), { state: 'enabled', mfaDelete: false });
      const object = bucket.object('a');
      const first = await object.put('1');
      await object.put('22');
      await object.delete();
      const versions = await bucket.require('versions');
      const listed = await all(versions());
      assert.deepEqual(
        listed.map((version) => [version.size, version.isDeleteMarker, version.isLatest]),
        [
          [0, true, true],
          [2, false, false],
          [1, false, false],
        ],
      );
      assert.equal(await (await object.get({ versionId: first.versionId })).text(), '1');
      await all(bucket.deleteObjects(listed.map((version) => ({ name: version.name, versionId: version.versionId }))));
      assert.deepEqual(await all(bucket.versions()), []);
      await bucket.setVersioning('suspended');
      assert.equal((await bucket.versioning())?.state, 'suspended');
      await bucket.delete();
      assert.equal(await bucket.exists(), 'absent');
    },
  );
}
