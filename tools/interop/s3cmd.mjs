// The local cloud's S3 against s3cmd, with buckets in the path.
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLocalCloud } from '@proj/local';
import { withoutAws } from './harness/environment.mjs';
import { missing } from './harness/have.mjs';
import { program } from './harness/program.mjs';
import { bytesOf, differences, namesOf, scratchFolder, writeTree } from './harness/tree.mjs';

/** @typedef {import('../report/report.mjs').Report} Report */
/** @typedef {import('@proj/local').LocalCloud} LocalCloud */
/** @typedef {ReturnType<typeof program>} S3cmd */

export const name = 's3cmd';

export const needs = () => missing('s3cmd', ['--version']);

/** @param {Report} report */
export async function run(report) {
  const cloud = await startLocalCloud();
  const files = scratchFolder();
  const tree = join(files.folder, 'tree');
  writeTree(tree, { files: 100, large: 20_000_000 });
  try {
    const s3cmd = client(cloud, files.folder, 'eu-west-1');
    await movesTrees(report, s3cmd, tree, cloud);
    await movesFiles(report, s3cmd, files.folder, cloud);
    await setsUp(report, s3cmd, files.folder);
    await findsRegions(report, client(cloud, files.folder, 'ap-southeast-2'), s3cmd);
    await takesAway(report, s3cmd);
  } finally {
    files.remove();
    await cloud.close();
  }
}

/**
 * @param {LocalCloud} cloud
 * @param {string} folder
 * @param {string} region
 */
function client({ url, credentials: { accessKeyId, secretAccessKey } }, folder, region) {
  const config = join(folder, 's3cfg');
  writeFileSync(config, `[default]\naccess_key = ${accessKeyId}\nsecret_key = ${secretAccessKey}\n`);
  const { host } = new URL(url);
  const always = ['--config', config, '--host', host, '--host-bucket', host, '--no-ssl', '--region', region];
  return program('s3cmd', { env: { ...withoutAws(), HOME: folder, LC_ALL: 'C.UTF-8' }, always });
}

/**
 * @param {Report} report
 * @param {S3cmd} s3cmd
 * @param {string} tree
 * @param {LocalCloud} cloud
 */
async function movesTrees(report, { run, fails }, tree, { requests }) {
  await report.check('mb, ls: a bucket is made, once, and listed', async () => {
    await run('mb', 's3://of-s3cmd');
    assert.match((await fails('mb', 's3://of-s3cmd')).output, /409 \(BucketAlreadyOwnedByYou\)/);
    assert.match((await run('ls')).stdout, /^\d{4}-\d\d-\d\d \d\d:\d\d +s3:\/\/of-s3cmd$/m);
  });
  await report.check(
    'sync: 100 files of all names go there and back as they were, and then there is nothing to do',
    async () => {
      await run('sync', '--quiet', `${tree}/`, 's3://of-s3cmd/tree/');
      await run('sync', '--quiet', 's3://of-s3cmd/tree/', `${tree}-back/`);
      assert.deepEqual(differences(tree, `${tree}-back`), []);
      const before = requests.count({ service: 's3', action: 'PutObject' });
      assert.doesNotMatch((await run('sync', `${tree}/`, 's3://of-s3cmd/tree/')).stdout, /upload:/);
      assert.equal(requests.count({ service: 's3', action: 'PutObject' }), before);
    },
  );
  await report.check('sync --delete-removed: what has changed, and what is gone', async () => {
    appendFileSync(join(tree, 'deep/1/2/3/4/5/6/7/8/9/file'), 'more');
    rmSync(join(tree, 'signs'), { recursive: true });
    const { stdout } = await run('sync', '--delete-removed', `${tree}/`, 's3://of-s3cmd/tree/');
    assert.equal(stdout.match(/^upload: /gm)?.length, 1);
    assert.equal(stdout.match(/^delete: /gm)?.length, 2);
  });
  await report.check('ls, du, la: every name, and the sum of the sizes', async () => {
    const { stdout } = await run('ls', '--recursive', 's3://of-s3cmd/tree/');
    const listed = [...stdout.matchAll(/^\S+ \S+ +\d+ +s3:\/\/of-s3cmd\/tree\/(.*)$/gm)].map(([, key]) => key);
    assert.deepEqual(listed.sort(), namesOf(tree));
    const size = namesOf(tree).reduce((sum, file) => sum + readFileSync(join(tree, file)).length, 0);
    assert.match((await run('du', 's3://of-s3cmd')).stdout, new RegExp(`^ *${size} +98 objects`));
    assert.match((await run('ls', 's3://of-s3cmd/tree/')).stdout, /^ +DIR +s3:\/\/of-s3cmd\/tree\/ünïcödé\/$/m);
  });
}

/**
 * @param {Report} report
 * @param {S3cmd} s3cmd
 * @param {string} folder
 * @param {LocalCloud} cloud
 */
async function movesFiles(report, { run, fails }, folder, { requests }) {
  const [file, back] = [join(folder, 'large.bin'), join(folder, 'back.bin')];
  writeFileSync(file, bytesOf('s3cmd', 20_000_000));
  await report.check('put, get: 20 MB in parts, and on from where a file ends', async () => {
    const before = requests.count({ service: 's3', action: 'UploadPart' });
    await run(
      'put',
      '--multipart-chunk-size-mb=5',
      '--mime-type=text/x',
      '--add-header=x-amz-meta-a:1',
      file,
      's3://of-s3cmd/a b+ü.bin',
    );
    assert.equal(requests.count({ service: 's3', action: 'UploadPart' }) - before, 4);
    writeFileSync(back, bytesOf('s3cmd', 7_000_000));
    await run('get', '--continue', 's3://of-s3cmd/a b+ü.bin', back);
    assert.ok(readFileSync(back).equals(readFileSync(file)));
    await fails('get', 's3://of-s3cmd/none', join(folder, 'none'));
  });
  await report.check('info, modify: what is said of an object', async () => {
    const told = (await run('info', 's3://of-s3cmd/a b+ü.bin')).stdout;
    assert.match(told, /File size: 20000000\n.*MIME type: text\/x\n.*Storage: +STANDARD\n/s);
    assert.match(told, /x-amz-meta-a: 1/);
    await run('modify', '--add-header=x-amz-meta-b:2', '--storage-class=STANDARD_IA', 's3://of-s3cmd/a b+ü.bin');
    assert.match((await run('info', 's3://of-s3cmd/a b+ü.bin')).stdout, /Storage: +STANDARD_IA\n.*x-amz-meta-b: 2/s);
  });
  await report.check('cp, mv: within the cloud', async () => {
    await run('cp', 's3://of-s3cmd/a b+ü.bin', 's3://of-s3cmd/copy');
    await run('mv', 's3://of-s3cmd/copy', 's3://of-s3cmd/moved');
    await fails('info', 's3://of-s3cmd/copy');
    await run('get', '--force', 's3://of-s3cmd/moved', back);
    assert.ok(readFileSync(back).equals(readFileSync(file)));
    await run('cp', '--recursive', 's3://of-s3cmd/tree/', 's3://of-s3cmd/tree2/');
    assert.match((await run('du', 's3://of-s3cmd/tree2/')).stdout, / 98 objects /);
  });
}

/**
 * @param {Report} report
 * @param {S3cmd} s3cmd
 * @param {string} folder
 */
async function setsUp(report, { run, fails }, folder) {
  await report.check('info of a bucket; policy, CORS and lifecycle, set and taken away', async () => {
    assert.match(
      (await run('info', 's3://of-s3cmd')).stdout,
      /Location: +eu-west-1\n.*Payer: +BucketOwner\n.*Policy: +none\n.*CORS: +none\n/s,
    );
    const write = (/** @type {string} */ file, /** @type {string} */ text) => {
      writeFileSync(join(folder, file), text);
      return join(folder, file);
    };
    const statement = {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::of-s3cmd/locked/*',
    };
    await run(
      'setpolicy',
      write('policy', JSON.stringify({ Version: '2012-10-17', Statement: [statement] })),
      's3://of-s3cmd',
    );
    assert.match((await fails('put', join(folder, 'policy'), 's3://of-s3cmd/locked/a')).output, /403 \(AccessDenied\)/);
    await run('delpolicy', 's3://of-s3cmd');
    const rule = '<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>';
    await run('setcors', write('cors', `<CORSConfiguration>${rule}</CORSConfiguration>`), 's3://of-s3cmd');
    assert.match((await run('info', 's3://of-s3cmd')).stdout, /CORS: .*<AllowedOrigin>\*<\/AllowedOrigin>/s);
    await run('delcors', 's3://of-s3cmd');
    await run('expire', '--expiry-days=30', '--expiry-prefix=logs/', 's3://of-s3cmd');
    assert.match((await run('getlifecycle', 's3://of-s3cmd')).stdout, /<Days>30<\/Days>/);
    await run('dellifecycle', 's3://of-s3cmd');
  });
  await report.check('setacl, signurl: what new buckets refuse, an open list and an old signature', async () => {
    const { output } = await fails('setacl', '--acl-public', 's3://of-s3cmd/moved');
    assert.match(output, /400 \(AccessControlListNotSupported\)/);
    const signed = (await run('signurl', 's3://of-s3cmd/moved', '+60')).stdout.trim();
    const answer = await fetch(signed);
    assert.match(`${answer.status} ${await answer.text()}`, /^400 .*<Code>InvalidRequest<\/Code>/s);
  });
  await report.check('website: an index is set, told and taken away', async () => {
    await run('ws-create', '--ws-index=index.html', '--ws-error=404.html', 's3://of-s3cmd');
    assert.match(
      (await run('ws-info', 's3://of-s3cmd')).stdout,
      /Index document: +index\.html\n.*Error document: +404\.html/s,
    );
    await run('ws-delete', 's3://of-s3cmd');
  });
}

/**
 * @param {Report} report
 * @param {S3cmd} far
 * @param {S3cmd} near
 */
async function findsRegions(report, far, near) {
  await report.check('a bucket of another region is found, and copied from', async () => {
    await far.run('mb', 's3://of-the-far-s3cmd');
    assert.match((await near.run('info', 's3://of-the-far-s3cmd')).stdout, /Location: +ap-southeast-2/);
    await far.run('cp', 's3://of-s3cmd/moved', 's3://of-the-far-s3cmd/copied');
    assert.match((await near.run('ls', 's3://of-the-far-s3cmd')).stdout, / 20000000 +s3:\/\/of-the-far-s3cmd\/copied/);
    await near.run('rb', '--force', '--recursive', 's3://of-the-far-s3cmd');
  });
}

/**
 * @param {Report} report
 * @param {S3cmd} s3cmd
 */
async function takesAway(report, { run, fails }) {
  await report.check('multipart, abortmp, del, rb: nothing is left', async () => {
    assert.match((await run('multipart', 's3://of-s3cmd')).stdout, /Initiated\tPath\tId\s*$/);
    assert.match((await fails('rb', 's3://of-s3cmd')).output, /409 \(BucketNotEmpty\)/);
    await run('del', 's3://of-s3cmd/moved');
    await run('del', '--recursive', '--force', 's3://of-s3cmd');
    await run('rb', 's3://of-s3cmd');
    assert.equal((await run('ls')).stdout, '');
  });
}
