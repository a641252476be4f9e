import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {import('../../report/report.mjs').Report} Report */
/** @typedef {import('@proj/cloudfiles').Account} Account */

const bytes = randomBytes(23_000_001);
const segmentSize = 5_000_000;

/** Files and streams, in segments. @param {Report} report @param {Account} account */
export async function movesLargeOnes(report, account) {
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-swift-'));
  const [file, down, record] = ['up', 'down', 'record'].map((name) => join(folder, name));
  const paths = { file: file ?? '', down: down ?? '', record: record ?? '' };
  writeFileSync(paths.file, bytes);
  try {
    await upAndDown(report, account, paths);
    await leavesNothing(report, account, paths);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @typedef {{ readonly file: string, readonly down: string, readonly record: string }} Paths */

/** @param {Report} report @param {Account} account @param {Paths} paths */
async function upAndDown(report, account, { file, down }) {
  const container = await account.createContainer('large');
  const object = container.object('a large é one');
  await report.check('a file goes up in segments and comes down as it was, each segment by its MD5', async () => {
    const { etag } = await object.uploadFile(file, { segmentSize, metadata: { a: 'b' } });
    const info = await object.head();
    assert.deepEqual([info.kind, info.etag, info.size, info.metadata], ['static', etag, bytes.length, { a: 'b' }]);
    assert.equal((await object.downloadFile(down)).checked, 'MD5');
    assert.ok(readFileSync(down).equals(bytes));
    const [row] = await container.list({ with: ['size', 'etag'] }).toArray();
    assert.deepEqual([row?.size, row?.etag], [bytes.length, etag]);
  });
  await report.check('its metadata change, and it stays what it is', async () => {
    await object.updateMetadata({ c: 'd' });
    const { kind, metadata, size } = await object.head();
    assert.deepEqual([kind, metadata, size], ['static', { a: 'b', c: 'd' }, bytes.length]);
  });
  await report.check('it is copied by its bytes, or by its manifest', async () => {
    await object.copyTo(container.object('joined'));
    assert.equal((await container.object('joined').head()).kind, 'plain');
    assert.equal((await container.object('joined').downloadFile(down, { rangeSize: 3_000_000 })).checked, 'MD5');
    assert.ok(readFileSync(down).equals(bytes));
    await object.copyTo(container.object('shared'), { segments: 'share' });
    assert.equal((await container.object('shared').head()).kind, 'static');
    await container.object('shared').moveTo(container.object('moved'));
    assert.equal(await container.object('shared').exists(), 'absent');
    assert.ok(Buffer.from(await (await container.object('moved').get()).bytes()).equals(bytes));
    await container.object('moved').delete({ segments: 'keep' });
    assert.ok(Buffer.from(await (await object.get()).bytes()).equals(bytes));
  });
  await report.check('a stream of unknown length goes up, and an empty one', async () => {
    await container.object('streamed').upload(chunks(), { segmentSize });
    assert.ok(Buffer.from(await (await container.object('streamed').get()).bytes()).equals(bytes));
    await container.object('empty').upload(none());
    assert.equal((await container.object('empty').head()).size, 0);
  });
}

/** @param {Report} report @param {Account} account @param {Paths} paths */
async function leavesNothing(report, account, { file, record }) {
  const container = account.container('large');
  const segments = account.container('large_segments');
  const count = async (/** @type {string} */ prefix) => (await segments.list({ prefix }).toArray()).length;
  await report.check('what is written over leaves no segments, nor does what fails, or is deleted', async () => {
    assert.equal(await count('a large'), 5);
    await container.object('a large é one').uploadFile(file, { segmentSize: 10_000_000 });
    assert.equal(await count('a large'), 3);
    await assert.rejects(container.object('broken').upload(breakingOff(), { segmentSize }), /it breaks off/);
    assert.deepEqual([await count('broken'), await container.object('broken').exists()], [0, 'absent']);
    for (const name of ['a large é one', 'streamed', 'joined', 'empty']) await container.object(name).delete();
    assert.equal(await count(''), 0);
  });
  await report.check('an upload that was cut off is gone on with', async () => {
    const leaving = new AbortController();
    const object = container.object('resumed');
    const onProgress = (/** @type {{ readonly done: number }} */ { done }) =>
      void (done > 9_000_000 && leaving.abort());
    const options = { segmentSize: 2_000_000, record, concurrency: 1 };
    await assert.rejects(object.uploadFile(file, { ...options, onProgress, signal: leaving.signal }));
    assert.ok(existsSync(record));
    let sent = 0;
    const hears = (/** @type {{ readonly done: number }} */ { done }) => {
      sent = done;
    };
    await object.uploadFile(file, { ...options, onProgress: hears });
    assert.ok(sent < bytes.length - 7_000_000, `${sent} bytes were sent again`);
    assert.ok(Buffer.from(await (await object.get()).bytes()).equals(bytes));
    assert.ok(!existsSync(record));
    await object.delete();
  });
}

async function* chunks() {
  for (let at = 0; at < bytes.length; at += 70_000) yield bytes.subarray(at, at + 70_000);
}

/** @returns {AsyncGenerator<Uint8Array>} */
async function* none() {}

async function* breakingOff() {
  yield bytes.subarray(0, 12_000_000);
  throw new Error('it breaks off');
}
