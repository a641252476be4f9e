// Addresses that the AWS CLI signs, and some of S3's operations as they are.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from '../harness/tree.mjs';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {ReturnType<typeof import('../harness/program.mjs').program>} Aws */

/**
 * @param {Report} report
 * @param {Aws} aws
 */
export async function signs(report, { run }) {
  await report.check('s3 presign: an address that anybody may read, with a signature of Version 4', async () => {
    const signed = async (/** @type {string} */ key) =>
      (await run('s3', 'presign', `s3://of-the-cli/${key}`)).stdout.trim();
    const found = await fetch(await signed('tree/ünïcödé/日本語 ✓ 😀.txt'));
    assert.equal(found.status, 200);
    assert.deepEqual(Buffer.from(await found.arrayBuffer()), bytesOf('ünïcödé/日本語 ✓ 😀.txt', 1_000));
    const none = await fetch(await signed('none'));
    assert.match(`${none.status} ${await none.text()}`, /^404 .*<Code>NoSuchKey<\/Code>/s);
  });
}

/**
 * @param {Report} report
 * @param {Aws} aws
 * @param {string} folder
 */
export async function callsOperations(report, { run, fails }, folder) {
  const call = async (/** @type {string} */ operation, /** @type {string[]} */ ...args) => {
    const { stdout } = await run('s3api', operation, '--bucket', 'of-the-cli', ...args);
    return stdout.trim() === '' ? undefined : JSON.parse(stdout);
  };
  await report.check('s3api: an object is put, read in part, and told by its checksum', async () => {
    const [body, out] = [join(folder, 'body'), join(folder, 'out')];
    writeFileSync(body, 'hello');
    const put = await call(
      'put-object',
      '--key',
      'api/ä',
      '--body',
      body,
      '--checksum-algorithm',
      'SHA256',
      '--tagging',
      'a=1',
    );
    const sum = createHash('sha256').update('hello').digest('base64');
    assert.equal(put.ChecksumSHA256, sum);
    const got = await run(
      's3api',
      'get-object',
      '--bucket',
      'of-the-cli',
      '--key',
      'api/ä',
      '--range',
      'bytes=1-3',
      out,
    );
    assert.equal(JSON.parse(got.stdout).ContentRange, 'bytes 1-3/5');
    assert.equal(readFileSync(out, 'utf8'), 'ell');
    const { Checksum, ObjectSize } = await call(
      'get-object-attributes',
      '--key',
      'api/ä',
      '--object-attributes',
      'Checksum',
      'ObjectSize',
    );
    assert.deepEqual([Checksum.ChecksumSHA256, ObjectSize], [sum, 5]);
    assert.deepEqual((await call('get-object-tagging', '--key', 'api/ä')).TagSet, [{ Key: 'a', Value: '1' }]);
  });
  await report.check('s3api: pages, versions and what is deleted of many', async () => {
    const { Contents } = await call('list-objects-v2', '--prefix', 'tree/', '--page-size', '50');
    assert.equal(Contents.length, 298);
    await call('put-bucket-versioning', '--versioning-configuration', 'Status=Enabled');
    assert.deepEqual(await call('get-bucket-versioning'), { Status: 'Enabled' });
    const { VersionId } = await call('put-object', '--key', 'api/v');
    const deleted = await call(
      'delete-objects',
      '--delete',
      JSON.stringify({ Objects: [{ Key: 'api/v' }, { Key: 'api/v', VersionId }] }),
    );
    assert.deepEqual(
      deleted.Deleted.map((/** @type {{ DeleteMarker?: boolean }} */ one) => one.DeleteMarker ?? false),
      [true, false],
    );
    const { DeleteMarkers, Versions = [] } = await call('list-object-versions', '--prefix', 'api/v');
    assert.deepEqual([DeleteMarkers.length, Versions.length], [1, 0]);
    await call('delete-object', '--key', 'api/v', '--version-id', DeleteMarkers[0].VersionId);
  });
  await report.check('s3api: settings, set and read back', async () => {
    const rule = { ID: 'old', Status: 'Enabled', Filter: { Prefix: 'logs/' }, Expiration: { Days: 30 } };
    await Promise.all([
      call('put-bucket-lifecycle-configuration', '--lifecycle-configuration', JSON.stringify({ Rules: [rule] })),
      run('s3', 'website', 's3://of-the-cli', '--index-document', 'index.html'),
    ]);
    const [lifecycle, website, none, acl] = await Promise.all([
      call('get-bucket-lifecycle-configuration'),
      call('get-bucket-website'),
      fails('s3api', 'get-bucket-policy', '--bucket', 'of-the-cli'),
      fails('s3api', 'put-bucket-acl', '--bucket', 'of-the-cli', '--acl', 'public-read'),
    ]);
    assert.deepEqual(lifecycle.Rules, [rule]);
    assert.deepEqual(website, { IndexDocument: { Suffix: 'index.html' } });
    assert.match(none.output, /\(NoSuchBucketPolicy\)/);
    assert.match(acl.output, /\(AccessControlListNotSupported\)/);
  });
  await report.check('s3api wait: for what is there, and for what is not', async () => {
    const wait = (/** @type {string[]} */ ...args) => run('s3api', 'wait', ...args, '--bucket', 'of-the-cli');
    await Promise.all([
      wait('object-exists', '--key', 'api/ä'),
      wait('object-not-exists', '--key', 'none'),
      wait('bucket-exists'),
    ]);
  });
}
