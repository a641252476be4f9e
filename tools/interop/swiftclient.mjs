// The local cloud's Swift against python-swiftclient, OpenStack's own client.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '@proj/local';
import { missing } from './harness/have.mjs';
import { client, cloudless } from './swift/client.mjs';
import { differences, makeTree } from './swift/tree.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('@proj/local').LocalCloud} LocalCloud */
/** @typedef {ReturnType<typeof client>} Swift */

export const name = 'swiftclient';

export const needs = () => missing('swift', ['--version']);

/** @param {Report} report */
export async function run(report) {
  const cloud = await startLocalCloud({ swiftRegions: ['DFW', 'ORD', 'LON'] });
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-swiftclient-'));
  const work = join(folder, 'there');
  mkdirSync(work);
  makeTree(work);
  const swift = client('swift', work, cloudless(byV1(cloud, 'DFW')));
  try {
    await letsIn(report, cloud, work);
    await movesTree(report, cloud, swift, { there: work, back: join(folder, 'back') });
    await movesLarge(report, swift, { there: work, back: join(folder, 'large') });
    await keepsMetadata(report, swift);
    await signsAddresses(report, cloud, swift);
    await keepsVersions(report, swift);
    await comesBack(report, cloud, swift);
  } finally {
    rmSync(folder, { recursive: true });
    await cloud.close();
  }
}

/** @param {LocalCloud} cloud @param {string} region */
function byV1(cloud, region) {
  const { accessKeyId, secretAccessKey } = cloud.credentials;
  return { ST_AUTH: `${cloud.endpoint('swift', region)}/auth/v1.0`, ST_USER: accessKeyId, ST_KEY: secretAccessKey };
}

/** @param {LocalCloud} cloud @param {string} version @param {string} region */
function byIdentity({ url, credentials, accounts }, version, region) {
  const project = accounts[0]?.id;
  return {
    OS_AUTH_URL: `${url}/identity/v${version === '3' ? '3' : '2.0'}`,
    OS_IDENTITY_API_VERSION: version,
    OS_USERNAME: credentials.accessKeyId,
    OS_PASSWORD: credentials.secretAccessKey,
    ...(version === '3' ? { OS_PROJECT_NAME: project } : { OS_TENANT_NAME: project }),
    ...(version === '3' && { OS_USER_DOMAIN_ID: 'default', OS_PROJECT_DOMAIN_ID: 'default' }),
    OS_REGION_NAME: region,
  };
}

/** @param {Report} report @param {LocalCloud} cloud @param {string} cwd */
async function letsIn(report, cloud, cwd) {
  await report.check('auth v1 in each region', async () => {
    for (const region of ['DFW', 'ORD', 'LON']) {
      const swift = client('swift', cwd, cloudless(byV1(cloud, region)));
      await swift('post', `of-${region}`);
      assert.equal(await swift('list'), `of-${region}\n`);
      await swift('delete', `of-${region}`);
    }
  });
  for (const version of ['3', '2']) {
    const check = `identity version ${version}, with the region out of the catalog`;
    const swift = client('swift', cwd, cloudless(byIdentity(cloud, version, 'ORD')));
    const missed = await swift('stat').catch((/** @type {Error} */ error) => error.message);
    if (/keystoneclient|keystoneauth/.test(missed)) {
      report.notRun(check, 'there is no python-keystoneclient');
      continue;
    }
    await report.check(check, async () => {
      await swift('post', `by-${version}`);
      const asked = cloud.requests.recent.at(-1);
      assert.deepEqual([asked?.region, asked?.action], ['ORD', 'PutContainer']);
    });
  }
}

/** @param {Report} report @param {LocalCloud} cloud @param {Swift} swift @param {{ there: string, back: string }} folders */
async function movesTree(report, cloud, swift, { there, back }) {
  await report.check('a tree goes there and comes back', async () => {
    await swift('upload', 'tree', '.');
    await swift('download', 'tree', '--output-dir', back);
    assert.deepEqual(differences(there, back), []);
  });
  await report.check('a second upload of what has not changed sends nothing', async () => {
    const before = cloud.requests.count({ action: 'PutObject' });
    await swift('upload', '--changed', 'tree', '.');
    assert.equal(cloud.requests.count({ action: 'PutObject' }), before);
  });
  await report.check('listings with a delimiter and a prefix', async () => {
    const folders = (await swift('list', 'tree', '--delimiter', '/')).split('\n').filter(Boolean);
    assert.deepEqual(folders, ['deep/', 'empty', 'large.bin', 'many/', 'odd/', 'readme.txt', 'ünï/', '日本/']);
    assert.equal((await swift('list', 'tree', '--prefix', 'ünï/')).trim(), 'ünï/çødé ☕.txt');
  });
  await report.check('a container is emptied in bulk, and deleted', async () => {
    await swift('delete', 'tree');
    assert.ok(cloud.requests.count({ action: 'BulkDelete' }) > 0);
    assert.doesNotMatch(await swift('list'), /tree/);
  });
}

/** @param {Report} report @param {Swift} swift @param {{ there: string, back: string }} folders */
async function movesLarge(report, swift, { there, back }) {
  for (const kind of ['slo', 'dlo']) {
    await report.check(
      `a large object in segments, ${kind.toUpperCase()}, goes there, comes back and is deleted whole`,
      async () => {
        const segments = ['--segment-size', '1048576', `--use-${kind}`];
        await swift('upload', ...(kind === 'slo' ? segments : segments.slice(0, 2)), kind, 'large.bin', 'readme.txt');
        const { length } = (await swift('list', `${kind}_segments`)).trim().split('\n');
        assert.equal(length, 6);
        await swift('download', kind, '--output-dir', join(back, kind));
        const changed = differences(there, join(back, kind));
        assert.ok(!changed.includes('large.bin') && !changed.includes('readme.txt'), changed.join(', '));
        await swift('delete', kind, 'large.bin');
        assert.equal(await swift('list', `${kind}_segments`), '');
      },
    );
  }
}

/** @param {Report} report @param {Swift} swift */
async function keepsMetadata(report, swift) {
  await report.check('metadata of an account, a container and an object', async () => {
    await swift('upload', 'meta', 'readme.txt', '--header', 'X-Object-Meta-Colour: red');
    await swift('post', '--meta', 'Plan:gold');
    await swift('post', 'meta', '--meta', 'Owner:me', '--read-acl', '.r:*,.rlistings');
    await swift('post', 'meta', 'readme.txt', '--meta', 'Size:small');
    assert.match(await swift('stat'), /Meta Plan: gold/);
    assert.match(await swift('stat', 'meta'), /Read ACL: \.r:\*,\.rlistings[\s\S]*Meta Owner: me/);
    const object = await swift('stat', 'meta', 'readme.txt');
    assert.match(object, /Meta Size: small/);
    assert.doesNotMatch(object, /Colour/);
  });
  await report.check('a copy on the server', async () => {
    await swift('copy', '--destination', '/meta/copy.txt', '--meta', 'By:copy', 'meta', 'readme.txt');
    const copied = await swift('stat', 'meta', 'copy.txt');
    assert.match(copied, /Content Length: 11[\s\S]*Meta By: copy/);
  });
  await report.check('what the server can', async () => {
    assert.match(await swift('capabilities'), /Additional middleware: slo/);
  });
}

/** @param {Report} report @param {LocalCloud} cloud @param {Swift} swift */
async function signsAddresses(report, cloud, swift) {
  await report.check('signed addresses let in, for a while and for one method', async () => {
    await swift('post', '--meta', 'Temp-URL-Key:secret');
    const path = `/v1/AUTH_${cloud.accounts[0]?.id}/meta/signed.txt`;
    const address = async (/** @type {string} */ method) =>
      `${cloud.endpoint('swift', 'DFW')}${(await swift('tempurl', method, '60', path, 'secret')).trim()}`;
    const put = await fetch(await address('PUT'), { method: 'PUT', body: 'signed' });
    assert.equal(put.status, 201);
    assert.equal(await (await fetch(await address('GET'))).text(), 'signed');
    assert.equal((await fetch(await address('GET'), { method: 'DELETE' })).status, 401);
  });
}

/** @param {Report} report @param {Swift} swift */
async function keepsVersions(report, swift) {
  await report.check('versions are listed, and read', async () => {
    await swift('post', 'versions', '--header', 'X-Versions-Enabled: true');
    for (const file of ['readme.txt', 'empty']) await swift('upload', 'versions', file, '--object-name', 'one');
    const lines = (await swift('list', 'versions', '--versions')).trim().split('\n');
    assert.equal(lines.length, 2, lines.join('\n'));
  });
}

/** @param {Report} report @param {LocalCloud} cloud @param {Swift} swift */
async function comesBack(report, cloud, swift) {
  await report.check('a token that is refused once is asked for again', async () => {
    await cloud.setFaults({ DFW: { kind: 'error', status: 401, action: 'GetContainer', times: 1 } });
    const before = cloud.requests.count({ action: 'Authenticate' });
    assert.match(await swift('list', 'meta'), /readme\.txt/);
    assert.equal(cloud.requests.count({ action: 'Authenticate' }), before + 2);
  });
}
