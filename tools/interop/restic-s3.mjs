// The local cloud's S3 against restic, whose client signs each chunk of a body that goes over plain HTTP.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { startLocalCloud } from '@proj/local';
import { withoutAws } from './harness/environment.mjs';
import { missing } from './harness/have.mjs';
import { program } from './harness/program.mjs';
import { differences, scratchFolder, writeTree } from './harness/tree.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {ReturnType<typeof program>} Restic */

export const name = 'restic-s3';

export const needs = () => missing('restic', ['version']);

/** @param {Report} report */
export async function run(report) {
  const cloud = await startLocalCloud();
  const files = scratchFolder();
  const tree = join(files.folder, 'tree');
  writeTree(tree, { files: 100, large: 20_000_000 });
  const env = {
    ...withoutAws(),
    AWS_ACCESS_KEY_ID: cloud.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: cloud.credentials.secretAccessKey,
    AWS_DEFAULT_REGION: 'eu-central-1',
    RESTIC_CACHE_DIR: join(files.folder, 'cache'),
    RESTIC_PASSWORD: 'made-up',
    RESTIC_REPOSITORY: `s3:${cloud.url}/of-restic/a repository`,
  };
  try {
    await backsUp(report, program('restic', { env, always: ['--quiet'] }), tree);
  } finally {
    files.remove();
    await cloud.close();
  }
}

/**
 * @param {Report} report
 * @param {Restic} restic
 * @param {string} tree
 */
async function backsUp(report, { run, fails }, tree) {
  await report.check('init: a repository is made, bucket and all, once', async () => {
    await run('init');
    assert.match((await fails('init')).output, /already (exists|initialized)/);
  });
  await report.check('backup, check, restore: 100 files go there and back as they were', async () => {
    await run('backup', tree);
    await run('check', '--read-data');
    const back = `${tree}-back`;
    await run('restore', 'latest', '--target', back);
    assert.deepEqual(differences(tree, join(back, tree)), []);
  });
  await report.check('forget, prune: what nothing needs any more is deleted', async () => {
    await run('backup', join(tree, 'deep'));
    const { stdout } = await run('snapshots', '--json');
    const [first, second] = JSON.parse(stdout);
    await run('forget', '--prune', first.id);
    assert.deepEqual(
      JSON.parse((await run('snapshots', '--json')).stdout).map((/** @type {{ id: string }} */ { id }) => id),
      [second.id],
    );
    await run('check', '--read-data');
  });
}
