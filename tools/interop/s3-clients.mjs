// The local cloud's S3 against clients that we did not write: the AWS CLI, s3cmd and rclone each take a tree of files up and down again.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '@proj/local';
import { capture } from '../process/capture.mjs';
import { environmentOf } from './harness/awscli.mjs';
import { missing } from './harness/have.mjs';
import { makeTree, readTree } from './harness/tree.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {(bucket: string, from: string, to: string) => readonly (readonly string[])[]} Steps what is run, one after another */

export const name = 's3-clients';

const clients = ['aws', 's3cmd', 'rclone'];

/** One of them is enough. */
export const needs = async () => {
  const reasons = await Promise.all(clients.map((client) => missing(client, ['--version'])));
  return reasons.every((reason) => reason !== undefined) ? reasons.join('; ') : undefined;
};

/** @param {Report} report */
export async function run(report) {
  const cloud = await startLocalCloud();
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-s3-'));
  const { env, remove } = environmentOf({ url: cloud.url, credentials: cloud.credentials, region: 'eu-west-1' });
  const tree = makeTree(join(folder, 'tree'));
  try {
    for (const [client, steps] of Object.entries(stepsOf(cloud, folder))) {
      const reason = await missing(client, ['--version']);
      if (reason === undefined)
        await report.check(`${client}: a tree goes up, and comes down the same`, () => roundTrip(client, steps));
      else report.notRun(client, reason);
    }
  } finally {
    remove();
    rmSync(folder, { recursive: true });
    await cloud.close();
  }

  /** @param {string} client @param {Steps} steps */
  async function roundTrip(client, steps) {
    const to = join(folder, client);
    mkdirSync(to);
    for (const args of steps(`${client}-bucket`, join(folder, 'tree'), to)) {
      // A bundle of certificates is nothing to clients of plain HTTP, and rclone fails over it.
      const { code, output } = await capture(client, args, {
        cwd: folder,
        env: { ...env, AWS_CA_BUNDLE: undefined },
        timeout: 120_000,
      });
      assert.equal(code, 0, output);
    }
    assert.deepEqual(readTree(to), tree);
  }
}

/**
 * What each client is told.
 * @param {import('@proj/local').LocalCloud} cloud
 * @param {string} folder
 * @returns {Record<string, Steps>}
 */
function stepsOf({ url, credentials }, folder) {
  const { host } = new URL(url);
  const { accessKeyId, secretAccessKey } = credentials;
  const [s3cfg, rclone] = [join(folder, 's3cfg'), join(folder, 'rclone.conf')];
  const address = `host_base = ${host}\nhost_bucket = ${host}\nuse_https = False\nbucket_location = eu-west-1\n`;
  writeFileSync(s3cfg, `[default]\naccess_key = ${accessKeyId}\nsecret_key = ${secretAccessKey}\n${address}`);
  const place = `region = eu-west-1\nlocation_constraint = eu-west-1\nendpoint = ${url}\nacl = bucket-owner-full-control\n`;
  const keys = `access_key_id = ${accessKeyId}\nsecret_access_key = ${secretAccessKey}\n`;
  writeFileSync(rclone, `[local]\ntype = s3\nprovider = Other\n${keys}${place}`);
  const conf = ['--config', rclone, '--retries', '1'];
  return {
    aws: (bucket, from, to) => [
      ['s3', 'mb', `s3://${bucket}`],
      ['s3', 'sync', from, `s3://${bucket}/p`, '--only-show-errors'],
      ['s3', 'cp', `s3://${bucket}/p/large.bin`, `s3://${bucket}/copy.bin`, '--only-show-errors'],
      ['s3', 'sync', `s3://${bucket}/p`, to, '--only-show-errors'],
      ['s3', 'rb', `s3://${bucket}`, '--force'],
    ],
    s3cmd: (bucket, from, to) => [
      ['-c', s3cfg, 'mb', `s3://${bucket}`],
      ['-c', s3cfg, 'sync', '-q', `${from}/`, `s3://${bucket}/p/`],
      ['-c', s3cfg, 'sync', '-q', `s3://${bucket}/p/`, `${to}/`],
      ['-c', s3cfg, 'del', '-q', '-r', '-f', `s3://${bucket}`],
      ['-c', s3cfg, 'rb', `s3://${bucket}`],
    ],
    rclone: (bucket, from, to) => [
      [...conf, 'mkdir', `local:${bucket}`],
      [...conf, 'sync', from, `local:${bucket}/p`],
      [...conf, 'check', from, `local:${bucket}/p`],
      [...conf, 'moveto', `local:${bucket}/p/large.bin`, `local:${bucket}/p/moved.bin`],
      [...conf, 'moveto', `local:${bucket}/p/moved.bin`, `local:${bucket}/p/large.bin`],
      [...conf, 'sync', `local:${bucket}/p`, to],
      [...conf, 'purge', `local:${bucket}`],
    ],
  };
}
