// The local cloud's Swift against rclone, a client in Go.
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
/** @typedef {ReturnType<typeof client>} Rclone */

export const name = 'rclone-swift';

export const needs = () => missing('rclone', ['version']);

/** @param {Report} report */
export async function run(report) {
  const cloud = await startLocalCloud({ swiftRegions: ['DFW', 'ORD', 'LON'] });
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-rclone-'));
  const there = join(folder, 'there');
  mkdirSync(there);
  makeTree(there);
  const rclone = client('rclone', folder, cloudless(settings(cloud, folder)));
  try {
    await movesTree(report, cloud, rclone, folder);
    await changesTree(report, cloud, rclone, folder);
    await movesLarge(report, rclone, folder);
    await comesBack(report, cloud, rclone);
  } finally {
    rmSync(folder, { recursive: true });
    await cloud.close();
  }
}

/** Three remotes: by auth v1, by Rackspace's identity service, and by Keystone. @param {LocalCloud} cloud @param {string} folder */
function settings(cloud, folder) {
  const { accessKeyId: user, secretAccessKey: key } = cloud.credentials;
  const project = cloud.accounts[0]?.id;
  const remote = (/** @type {string} */ name, /** @type {Record<string, string | undefined>} */ values) => {
    const all = { TYPE: 'swift', USER: user, KEY: key, ...values };
    return Object.fromEntries(Object.entries(all).map(([option, value]) => [`RCLONE_CONFIG_${name}_${option}`, value]));
  };
  return {
    RCLONE_CONFIG: join(folder, 'none.conf'),
    RCLONE_RETRIES: '1',
    ...remote('DFW', { AUTH: `${cloud.endpoint('swift', 'DFW')}/auth/v1.0`, AUTH_VERSION: '1' }),
    ...remote('ORD', { AUTH: `${cloud.url}/identity/v2.0`, AUTH_VERSION: '2', TENANT: project, REGION: 'ORD' }),
    ...remote('LON', {
      AUTH: `${cloud.url}/identity/v3`,
      AUTH_VERSION: '3',
      DOMAIN: 'Default',
      TENANT: project,
      TENANT_DOMAIN: 'Default',
      REGION: 'LON',
    }),
  };
}

/** @param {Report} report @param {LocalCloud} cloud @param {Rclone} rclone @param {string} folder */
async function movesTree(report, cloud, rclone, folder) {
  for (const remote of ['DFW', 'ORD', 'LON']) {
    await report.check(`a tree goes to ${remote} and comes back`, async () => {
      await rclone('copy', 'there', `${remote}:tree`);
      await rclone('check', 'there', `${remote}:tree`);
      await rclone('copy', `${remote}:tree`, `from-${remote}`);
      assert.deepEqual(differences(join(folder, 'there'), join(folder, `from-${remote}`)), []);
      assert.ok(cloud.requests.count({ service: 'swift', region: remote, action: 'PutObject' }) >= 47);
    });
  }
  await report.check('a second copy of what has not changed sends nothing', async () => {
    const before = cloud.requests.count({ action: 'PutObject' });
    await rclone('copy', 'there', 'DFW:tree');
    assert.equal(cloud.requests.count({ action: 'PutObject' }), before);
  });
}

/** @param {Report} report @param {LocalCloud} cloud @param {Rclone} rclone @param {string} folder */
async function changesTree(report, cloud, rclone, folder) {
  await report.check('listings, sizes and times', async () => {
    assert.deepEqual((await rclone('lsf', 'DFW:tree/many')).trim().split('\n').length, 40);
    assert.equal((await rclone('lsf', 'DFW:tree', '--dirs-only')).trim(), 'deep/\nmany/\nodd/\nünï/\n日本/');
    assert.match(await rclone('size', 'DFW:tree'), /Total objects: 47\b/);
  });
  await report.check('a copy and a move within the server', async () => {
    const before = cloud.requests.count({ action: 'PutObject' });
    await rclone('copyto', 'DFW:tree/readme.txt', 'DFW:other/copied.txt');
    await rclone('moveto', 'DFW:other/copied.txt', 'DFW:other/moved.txt');
    assert.equal(await rclone('lsf', 'DFW:other'), 'moved.txt\n');
    assert.equal(cloud.requests.count({ action: 'PutObject' }), before);
  });
  await report.check('a tree is mirrored from region to region', async () => {
    await rclone('delete', 'ORD:tree/many');
    await rclone('sync', 'ORD:tree', 'LON:tree');
    await rclone('copy', 'LON:tree', 'mirrored');
    const missed = differences(join(folder, 'there'), join(folder, 'mirrored'));
    assert.ok(missed.length === 40 && missed.every((name) => name.startsWith('many/')), missed.join(', '));
  });
  await report.check('containers are emptied and deleted', async () => {
    for (const container of ['tree', 'other']) await rclone('purge', `DFW:${container}`);
    assert.equal(await rclone('lsf', 'DFW:'), '');
  });
}

/** @param {Report} report @param {Rclone} rclone @param {string} folder */
async function movesLarge(report, rclone, folder) {
  await report.check('a large object in segments goes there, comes back and is deleted whole', async () => {
    await rclone('copy', 'there/large.bin', 'DFW:large', '--swift-chunk-size', '1Mi');
    assert.equal((await rclone('lsf', '-R', '--files-only', 'DFW:large_segments')).trim().split('\n').length, 6);
    await rclone('copy', 'DFW:large', 'large');
    assert.ok(!differences(join(folder, 'there'), join(folder, 'large')).includes('large.bin'));
    await rclone('deletefile', 'DFW:large/large.bin');
    assert.equal((await rclone('lsf', '-R', '--files-only', 'DFW:large_segments')).trim(), '');
  });
}

/** @param {Report} report @param {LocalCloud} cloud @param {Rclone} rclone */
async function comesBack(report, cloud, rclone) {
  await report.check('a token that is refused once is asked for again', async () => {
    await rclone('copyto', 'there/readme.txt', 'DFW:again/o.txt');
    await cloud.setFaults({ DFW: { kind: 'error', status: 401, action: 'GetContainer', times: 1 } });
    assert.equal(await rclone('lsf', 'DFW:again'), 'o.txt\n');
  });
}
