import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isChangedError } from '../errors/changed-error.js';
import { isChecksumError } from '../errors/checksum-error.js';
import { oneContainer, type Swift } from '../testing/swift.js';

const bytes = randomBytes(2_300_001);
const segmentSize = 500_000;
const thrown = (error: unknown): unknown => error;

/** A folder with a file that has the bytes. */
function withFile(): { readonly file: string; readonly down: string; readonly record: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cloudfiles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'up');
  writeFileSync(file, bytes);
  return { file, down: join(folder, 'down'), record: join(folder, 'record') };
}

async function* chunksOf(of: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < of.length; at += 70_000) yield of.subarray(at, at + 70_000);
}

/** The names of the segments that there are. */
const segments = ({ stores }: Swift) => [...(stores.get('DFW')?.get('reports_segments')?.objects.keys() ?? [])];

test('a file goes up in segments with a manifest, and comes down as it was', async () => {
  const { swift, container } = await oneContainer();
  const { file, down } = withFile();
  const object = container.object('é/large');
  const heard: number[] = [];
  const onProgress = ({ done }: { readonly done: number }) => void heard.push(done);
  const written = await object.uploadFile(file, { segmentSize, contentType: 'video/mp4', onProgress });
  expect([written.size, heard.at(-1)]).toEqual([bytes.length, bytes.length]);
  expect(
    segments(swift)
      .map((name) => name.replace(/\d+\.\d+-[0-9a-f]+/, 'TIME'))
      .sort(),
  ).toEqual([0, 1, 2, 3, 4].map((index) => `é/large/slo/TIME/2300001/500000/0000000${index}`));
  const info = await object.head();
  expect([info.kind, info.etag, info.contentType]).toEqual(['static', written.etag, 'video/mp4']);
  expect(await object.downloadFile(down)).toMatchObject({ size: bytes.length, checked: 'MD5' });
  expect(readFileSync(down).equals(bytes)).toBe(true);
  expect(Buffer.from(await (await object.get()).bytes()).equals(bytes)).toBe(true);
});

test('a stream goes up as well, and what is small by one request', async () => {
  const { swift, container } = await oneContainer();
  await container.object('long').upload(chunksOf(bytes), { segmentSize });
  expect(segments(swift)).toHaveLength(5);
  swift.asked.length = 0;
  await container.object('short').upload(chunksOf(bytes.subarray(0, 100_000)), { segmentSize, replaced: 'keep' });
  expect(swift.lines).toEqual(['PUT /DFW/v1/AUTH_test/reports/short']);
  expect((await container.object('short').head()).kind).toBe('plain');
});

test('what is written over leaves no segments, nor does what is deleted, or fails', async () => {
  const { swift, container } = await oneContainer();
  const object = container.object('large');
  await object.upload(chunksOf(bytes), { segmentSize });
  const old = segments(swift);
  await object.upload(chunksOf(bytes), { segmentSize: 1_000_000 });
  expect(segments(swift).filter((name) => old.includes(name))).toEqual([]);
  expect(segments(swift)).toHaveLength(3);
  await object.delete();
  expect(segments(swift)).toEqual([]);
  swift.before = ({ path, method }) => (method === 'PUT' && path.endsWith('00000003') ? { status: 403 } : undefined);
  await expect(object.upload(chunksOf(bytes), { segmentSize })).rejects.toMatchObject({ status: 403 });
  expect(segments(swift)).toEqual([]);
});

test('an upload with a record is gone on with where it broke off', async () => {
  const { swift, container } = await oneContainer();
  const { file, record } = withFile();
  swift.before = ({ path, method }) => (method === 'PUT' && path.endsWith('00000003') ? { status: 403 } : undefined);
  const options = { segmentSize, record, concurrency: 1, replaced: 'keep' } as const;
  await expect(container.object('large').uploadFile(file, options)).rejects.toMatchObject({ status: 403 });
  expect([existsSync(record), segments(swift).length]).toEqual([true, 3]);
  swift.before = () => undefined;
  swift.asked.length = 0;
  await container.object('large').uploadFile(file, options);
  const puts = swift.lines.filter((line) => line.startsWith('PUT')).map((line) => line.slice(-8));
  expect(puts).toEqual(['00000003', '00000004', 'fest=put']);
  expect(existsSync(record)).toBe(false);
  expect(Buffer.from(await (await container.object('large').get()).bytes()).equals(bytes)).toBe(true);
});

test('a range that breaks off is gone on with', async () => {
  const { swift, container } = await oneContainer();
  const { down } = withFile();
  await container.object('plain').put(bytes);
  let cuts = 3;
  swift.before = ({ headers }) => {
    if (headers['range'] === undefined || cuts-- <= 0) return undefined;
    return 'cut';
  };
  expect(await container.object('plain').downloadFile(down, { rangeSize: 600_000 })).toMatchObject({ checked: 'MD5' });
  expect(readFileSync(down).equals(bytes)).toBe(true);
});

test('bytes that are not those that were written are told, and no file is left', async () => {
  const { swift, container } = await oneContainer();
  const { down } = withFile();
  const object = container.object('plain');
  await object.put(bytes);
  const kept = swift.stores.get('DFW')?.get('reports')?.objects.get('plain');
  kept?.bytes.fill(0, 1_000_000, 1_000_010);
  expect(isChecksumError(await object.downloadFile(down).catch(thrown))).toBe(true);
  expect(isChecksumError(await (await object.get()).bytes().catch(thrown))).toBe(true);
  expect(existsSync(down)).toBe(false);
  expect((await (await object.get({ range: { start: 0, end: 9 } })).bytes()).byteLength).toBe(10);
});

test('an object that is written while it is read is told', async () => {
  const { swift, container } = await oneContainer();
  const { down } = withFile();
  await container.object('plain').put(bytes);
  swift.before = ({ method, headers }) => {
    if (method !== 'GET' || headers['range'] !== 'bytes=1000000-1999999') return undefined;
    return { status: 206, body: bytes.subarray(0, 1_000_000), headers: { etag: 'other' } };
  };
  const error = await container.object('plain').downloadFile(down, { rangeSize: 1_000_000 }).catch(thrown);
  expect(isChangedError(error)).toBe(true);
  expect(existsSync(down)).toBe(false);
});

test('a service that keeps other bytes than were sent is told', async () => {
  const { swift, container } = await oneContainer();
  swift.before = ({ method }) => (method === 'PUT' ? { status: 201, headers: { etag: 'f'.repeat(32) } } : undefined);
  expect(isChecksumError(await container.object('o').put('x').catch(thrown))).toBe(true);
});

test.each([{ segmentSize: 0 }, { concurrency: 0 }, { replaced: 'yes' }, { segmentContainer: 'a/b' }, { partSize: 5 }])(
  '%j is refused before a request',
  async (options) => {
    const { swift, container } = await oneContainer();
    await expect(container.object('o').upload(chunksOf(bytes), options as object)).rejects.toMatchObject({
      name: 'OptionError',
    });
    expect(swift.asked).toEqual([]);
  },
);

test('an upload whose answer was lost is looked for, and keeps its segments either way', async () => {
  const { swift, container } = await oneContainer({ maxAttempts: 1 });
  const manifest = ({ query }: { readonly query: URLSearchParams }) => query.get('multipart-manifest') === 'put';
  // Written, and then the answer is lost.
  let isLost = false;
  swift.before = async (asked) => {
    if (!manifest(asked) || isLost) return undefined;
    isLost = true;
    await swift.answer(asked);
    return { status: 504 };
  };
  const written = await container.object('a').upload(chunksOf(bytes), { segmentSize });
  expect((await container.object('a').head()).etag).toBe(written.etag);
  expect(segments(swift)).toHaveLength(5);
  // Not written, as far as anybody knows.
  swift.before = (asked) => (manifest(asked) ? 'cut' : undefined);
  await expect(container.object('b').upload(chunksOf(bytes), { segmentSize })).rejects.toThrow(
    'it is not known whether reports/b was written; its segments are left in reports_segments, as b/slo/',
  );
  expect(segments(swift)).toHaveLength(10);
});

test('an upload that was written, and is gone on with, does not delete its own segments', async () => {
  const { swift, container } = await oneContainer();
  const { file, record } = withFile();
  const copy = `${record}.copy`;
  const keep = () => existsSync(record) && writeFileSync(copy, readFileSync(record));
  await container.object('a').uploadFile(file, { segmentSize, record, onProgress: keep });
  writeFileSync(record, readFileSync(copy)); // as after a crash between the manifest and the end of the record
  await container.object('a').uploadFile(file, { segmentSize, record });
  expect(segments(swift)).toHaveLength(5);
  expect(Buffer.from(await (await container.object('a').get()).bytes()).equals(bytes)).toBe(true);
});

test('segments that could not be taken back are told of', async () => {
  const { swift, container } = await oneContainer({ maxAttempts: 1 });
  swift.before = ({ path, method }) => {
    if (method === 'DELETE') return { status: 403 };
    return method === 'PUT' && path.endsWith('00000003') ? { status: 413 } : undefined;
  };
  const error: unknown = await container.object('a').upload(chunksOf(bytes), { segmentSize }).catch(thrown);
  expect(String(error)).toContain('segments of it are left, among them reports_segments/a/slo/');
  expect(error).toMatchObject({ cause: { status: 413 } });
});
