// The local cloud's S3 against the AWS CLI: its commands for whole trees, and some that are S3's operations as they are.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalCloud } from '@proj/local';
import { callsOperations, signs } from './awscli/s3-operations.mjs';
import { environmentOf, noAwscli } from './harness/awscli.mjs';
import { program } from './harness/program.mjs';
import { bytesOf, differences, namesOf, scratchFolder, writeTree } from './harness/tree.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {ReturnType<typeof program>} Aws */
/** @typedef {import('@proj/local').LocalCloud} LocalCloud */

export const name = 'awscli-s3';

export const needs = noAwscli;

/** @param {Report} report */
export async function run(report) {
  const cloud = await startLocalCloud();
  const { url, credentials } = cloud;
  const { env, remove } = environmentOf({ url, credentials, region: 'eu-west-1' });
  const files = scratchFolder();
  const aws = program('aws', { env });
  const tree = join(files.folder, 'tree');
  writeTree(tree, { files: 300, large: 20_000_000 });
  try {
    await movesTrees(report, aws, tree, cloud);
    await movesBetweenRegions(report, aws, tree);
    await movesFiles(report, aws, tree);
    await signs(report, aws);
    await callsOperations(report, aws, files.folder);
    await takesAway(report, aws);
  } finally {
    files.remove();
    remove();
    await cloud.close();
  }
}

/**
 * @param {Report} report
 * @param {Aws} aws
 * @param {string} tree
 * @param {LocalCloud} cloud
 */
async function movesTrees(report, { run, fails }, tree, { requests }) {
  await report.check('s3 mb and ls: a bucket is made, once, and listed', async () => {
    assert.match((await run('s3', 'mb', 's3://of-the-cli')).stdout, /^make_bucket: of-the-cli$/m);
    assert.match((await fails('s3', 'mb', 's3://of-the-cli')).output, /\(BucketAlreadyOwnedByYou\)/);
    assert.match((await run('s3', 'ls')).stdout, /^\d{4}-\d\d-\d\d [\d:]+ of-the-cli$/m);
  });
  await report.check('s3 sync: 300 files of all names go there and back as they were', async () => {
    await run('s3', 'sync', tree, 's3://of-the-cli/tree', '--only-show-errors');
    assert.equal(requests.count({ service: 's3', action: 'UploadPart' }), 3);
    await run('s3', 'sync', 's3://of-the-cli/tree', `${tree}-back`, '--only-show-errors');
    assert.deepEqual(differences(tree, `${tree}-back`), []);
  });
  await report.check('s3 sync again: nothing has changed; then what has; then what is gone', async () => {
    const sync = async () =>
      (await run('s3', 'sync', tree, 's3://of-the-cli/tree', '--delete', '--no-progress')).stdout;
    assert.equal(await sync(), '');
    writeFileSync(join(tree, 'empty'), 'no more');
    assert.match(await sync(), /^upload: \S+ to s3:\/\/of-the-cli\/tree\/empty$/m);
    writeFileSync(join(`${tree}-back`, 'more'), '');
    const back = await run('s3', 'sync', `${tree}-back`, 's3://of-the-cli/tree', '--delete', '--no-progress');
    assert.match(back.stdout, /to s3:\/\/of-the-cli\/tree\/more$/m);
    assert.match(await sync(), /^delete: s3:\/\/of-the-cli\/tree\/more$/m);
  });
  await report.check('s3 ls --recursive: every name, and the sum of the sizes', async () => {
    const { stdout } = await run(
      's3',
      'ls',
      '--recursive',
      '--summarize',
      '--page-size',
      '70',
      's3://of-the-cli/tree/',
    );
    const listed = [...stdout.matchAll(/^\d{4}-\d\d-\d\d [\d:]+ +\d+ tree\/(.*)$/gm)].map(([, key]) => key);
    assert.deepEqual(listed.sort(), namesOf(tree));
    assert.match(stdout, /Total Objects: 300\n/);
    assert.match((await run('s3', 'ls', 's3://of-the-cli/tree/')).stdout, /^ +PRE ünïcödé\/$/m);
  });
}

/**
 * @param {Report} report
 * @param {Aws} aws
 * @param {string} tree
 */
async function movesFiles(report, { run, fails }, tree) {
  await report.check('s3 cp and mv: up, down, within the bucket, and to the output', async () => {
    const [at, large] = ['s3://of-the-cli', join(tree, 'large/file.bin')];
    const said = ['--content-type', 'text/x', '--metadata', 'a=1', '--storage-class', 'STANDARD_IA'];
    await run('s3', 'cp', large, `${at}/a b.bin`, ...said);
    await run('s3', 'cp', `${at}/a b.bin`, `${at}/copy+.bin`);
    await run('s3', 'mv', `${at}/copy+.bin`, `${at}/moved.bin`);
    await run('s3', 'cp', `${at}/moved.bin`, `${tree}-moved`);
    assert.ok(readFileSync(`${tree}-moved`).equals(readFileSync(large)));
    const head = async (/** @type {string} */ key) =>
      JSON.parse((await run('s3api', 'head-object', '--bucket', 'of-the-cli', '--key', key)).stdout);
    const { ContentType, Metadata, StorageClass } = await head('a b.bin');
    assert.deepEqual(
      { ContentType, Metadata, StorageClass },
      { ContentType: 'text/x', Metadata: { a: '1' }, StorageClass: 'STANDARD_IA' },
    );
    assert.equal(
      (await run('s3', 'cp', `${at}/tree/with spaces /and more .txt`, '-')).stdout,
      bytesOf('with spaces /and more .txt', 1_000).toString('utf8'),
    );
    const refused = [fails('s3', 'cp', `${at}/copy+.bin`, '-'), fails('s3', 'cp', large, 's3://never-made/a')];
    assert.match((await Promise.all(refused)).map(({ output }) => output).join(), /404.*,.*NoSuchBucket/s);
  });
  await report.check('s3 rm: what fits a pattern, and no more', async () => {
    const { stdout } = await run(
      's3',
      'rm',
      's3://of-the-cli/tree',
      '--recursive',
      '--exclude',
      '*',
      '--include',
      'signs/*',
    );
    assert.equal(stdout.match(/^delete: /gm)?.length, 2);
    await run('s3', 'rm', 's3://of-the-cli/moved.bin');
    assert.match((await fails('s3', 'rb', 's3://of-the-cli')).output, /\(BucketNotEmpty\)/);
  });
}

/**
 * @param {Report} report
 * @param {Aws} aws
 * @param {string} tree
 */
async function movesBetweenRegions(report, { run, fails }, tree) {
  await report.check('s3 sync from one region to another, and back from a third that is told', async () => {
    const [far, local] = ['s3://of-the-far-cli', `${tree}-far`];
    await run('s3', 'mb', far, '--region', 'ap-southeast-2');
    const regions = ['--source-region', 'eu-west-1', '--region', 'ap-southeast-2'];
    await run('s3', 'sync', 's3://of-the-cli/tree', far, ...regions, '--only-show-errors');
    // No region is right but that of the bucket; the AWS CLI finds it by what it is told.
    await run('s3', 'sync', far, local, '--region', 'us-east-1', '--only-show-errors');
    assert.deepEqual(differences(tree, local), []);
    const { stdout } = await run('s3api', 'get-bucket-location', '--bucket', 'of-the-far-cli', '--region', 'us-east-1');
    assert.deepEqual(JSON.parse(stdout), { LocationConstraint: 'ap-southeast-2' });
    assert.match((await fails('s3', 'ls', 's3://never-made')).output, /\(NoSuchBucket\)/);
  });
}

/**
 * @param {Report} report
 * @param {Aws} aws
 */
async function takesAway(report, { run, fails }) {
  await report.check('s3 rb --force: a bucket goes with all that is in it, but for its versions', async () => {
    await run('s3', 'rb', '--force', 's3://of-the-far-cli', '--region', 'ap-southeast-2');
    assert.doesNotMatch((await run('s3', 'ls')).stdout, /of-the-far-cli/);
    assert.match((await fails('s3', 'rb', '--force', 's3://of-the-cli')).output, /\(BucketNotEmpty\)/);
  });
}
