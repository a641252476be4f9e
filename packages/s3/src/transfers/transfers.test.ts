import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { S3 } from '@aws-sdk/client-s3';
import { Meter } from '@proj/core/store';
import { expect, onTestFinished, test } from 'vitest';
import { localBucket, localS3 } from '../testing/cloud.js';
import { FarEnd, refusal } from '../testing/far-end.js';
import { isChecksumError } from './checksum-error.js';
import { planCopy, planDelete, planUpload } from './plans.js';

const mebibyte = 2 ** 20;

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 's3-transfer-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

function newFile(bytes: Uint8Array): { readonly file: string; readonly folder: string } {
  const folder = newFolder();
  const file = join(folder, 'up');
  writeFileSync(file, bytes);
  return { file, folder };
}

test.each([0, 1, 8 * mebibyte, 8 * mebibyte + 1, 17 * mebibyte])(
  'a file of %d bytes goes up and comes down as it was, for what its plan says',
  async (size) => {
    const bytes = randomBytes(size);
    const { file, folder } = newFile(bytes);
    const object = (await localBucket()).object('some/key');
    await object.exists();
    const meter = new Meter();
    const progress: number[] = [];
    const written = await meter.run(() =>
      object.uploadFile(file, {
        contentType: 'a/b',
        metadata: { a: 'b' },
        onProgress: ({ done }) => progress.push(done),
      }),
    );
    expect(meter.spent.total).toBe(planUpload(size).requests.max);
    expect(written.size).toBe(size);
    expect(progress.at(-1) ?? 0).toBe(size);
    expect(await object.head()).toMatchObject({
      size,
      contentType: 'a/b',
      metadata: { a: 'b' },
      checksumType: 'FULL_OBJECT',
    });
    const down = await object.downloadFile(join(folder, 'down'), { partSize: 3 * mebibyte });
    expect(down).toMatchObject({ size, checked: 'CRC32' });
    expect(readFileSync(join(folder, 'down')).equals(bytes)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['down', 'up']);
  },
);

test('a stream of unknown length goes up by parts that are sent at once, and no more of it is read than they hold', async () => {
  const bytes = randomBytes(26 * mebibyte);
  let read = 0;
  let most = 0;
  let sent = 0;
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 100_000) {
      read = Math.min(bytes.length, at + 100_000);
      most = Math.max(most, read - sent);
      yield bytes.subarray(at, at + 100_000);
    }
  }
  const object = (await localBucket()).object('streamed');
  const options = {
    partSize: 5 * mebibyte,
    concurrency: 2,
    onProgress: ({ done }: { readonly done: number }) => {
      sent = done;
    },
  };
  await object.upload(chunks(), options);
  expect(Buffer.from(await (await object.get()).bytes()).equals(bytes)).toBe(true);
  expect(most).toBeLessThanOrEqual(3 * 5 * mebibyte + 200_000);
});

test('what comes of a stream is bytes or text, and what fails in it leaves nothing behind', async () => {
  const bucket = await localBucket();
  await bucket.object('text').upload(Readable.from(['one ', 'two']));
  expect(await (await bucket.object('text').get()).text()).toBe('one two');
  async function* broken() {
    yield randomBytes(9 * mebibyte);
    throw new Error('it breaks off');
  }
  await expect(bucket.object('broken').upload(broken())).rejects.toThrow('it breaks off');
  expect(await bucket.object('broken').exists()).toBe('absent');
  const left = [];
  for await (const upload of bucket.uploads()) left.push(upload.name);
  expect(left).toEqual([]);
  await expect(bucket.object('no').upload(Readable.from([7]))).rejects.toMatchObject({ name: 'OptionError' });
});

test('parts that cannot be deleted are told of', async () => {
  const far = new FarEnd(({ method, query }) => {
    if (method === 'HEAD') return {};
    if (method === 'DELETE') return refusal('AccessDenied', 403);
    if ('uploads' in query) {
      return { body: '<InitiateMultipartUploadResult><UploadId>u-1</UploadId></InitiateMultipartUploadResult>' };
    }
    return refusal('InternalError', 500);
  });
  const object = far.set(['eu-west-1']).bucket('some-bucket').object('a');
  const error = await object.upload(Readable.from([randomBytes(9 * mebibyte)])).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'S3Error', cause: { name: 'InternalError' } });
  expect((error as Error).message).toContain('abort the upload u-1');
});

test('an upload that is cut off goes on from its record, with the parts that are there', async () => {
  const bytes = randomBytes(22 * mebibyte);
  const { file, folder } = newFile(bytes);
  const record = join(folder, 'record');
  const bucket = await localBucket();
  const object = bucket.object('large');
  const leaving = new AbortController();
  const options = { record, partSize: 5 * mebibyte, concurrency: 1 };
  const stop = ({ done }: { readonly done: number }) => {
    if (done >= 10 * mebibyte) leaving.abort(new Error('a crash'));
  };
  await expect(object.uploadFile(file, { ...options, signal: leaving.signal, onProgress: stop })).rejects.toThrow();
  expect(JSON.parse(readFileSync(record, 'utf8'))).toMatchObject({ key: 'large', size: bytes.length });
  const meter = new Meter();
  await meter.run(() => object.uploadFile(file, options));
  expect(meter.spent.by).toEqual({ LIST: 1, PUT: 3, POST: 1 });
  expect(existsSync(record)).toBe(false);
  expect(Buffer.from(await (await object.get()).bytes()).equals(bytes)).toBe(true);
});

test('a file that has changed since is uploaded anew', async () => {
  const { file, folder } = newFile(randomBytes(11 * mebibyte));
  const record = join(folder, 'record');
  const object = (await localBucket()).object('large');
  const leaving = new AbortController();
  const options = { record, partSize: 5 * mebibyte, concurrency: 1 };
  await expect(
    object.uploadFile(file, { ...options, signal: leaving.signal, onProgress: () => leaving.abort() }),
  ).rejects.toThrow();
  const other = randomBytes(11 * mebibyte + 1);
  writeFileSync(file, other);
  await object.uploadFile(file, options);
  expect(Buffer.from(await (await object.get()).bytes()).equals(other)).toBe(true);
});

test('a download that is cut goes on where it was, and only of the object that it began with', async () => {
  const bytes = randomBytes(6 * mebibyte);
  const wire = new RoughWire({ cuts: 3 });
  const { everywhere } = await localS3({ config: wire.config });
  const bucket = await everywhere.createBucket('some-bucket', { region: 'eu-west-1' });
  const { etag } = await bucket.object('key').put(bytes);
  const folder = newFolder();
  const down = join(folder, 'down');
  const { checked } = await bucket.object('key').downloadFile(down, { partSize: 2 * mebibyte, concurrency: 1 });
  expect(checked).toBe('CRC32');
  expect(readFileSync(down).equals(bytes)).toBe(true);
  expect(wire.ranges.map(({ ifMatch }) => ifMatch)).toEqual(Array(6).fill(`"${etag}"`));
  const starts = wire.ranges.map(({ range }) => Number(/bytes=(\d+)-/.exec(range)?.[1]));
  expect([...starts].sort((x, y) => x - y)).toEqual(starts);
  expect(new Set(starts).size).toBe(6);
});

test('bytes that are not those of the object are refused, and nothing is put in their place', async () => {
  const wire = new RoughWire({ changes: true });
  const { everywhere } = await localS3({ config: wire.config });
  const bucket = await everywhere.createBucket('some-bucket', { region: 'eu-west-1' });
  await bucket.object('key').put(randomBytes(mebibyte));
  const folder = newFolder();
  const error = await bucket
    .object('key')
    .downloadFile(join(folder, 'down'))
    .catch((thrown: unknown) => thrown);
  expect(isChecksumError(error)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

test('a copy keeps what the object has but for what is named, in another region as well, for what its plan says', async () => {
  const { everywhere } = await localS3();
  const from = await everywhere.createBucket('from-bucket', { region: 'eu-west-1' });
  const to = await everywhere.createBucket('to-bucket', { region: 'us-east-1' });
  const object = from.object('a/é ✓');
  await object.put('hello', { contentType: 'text/plain', metadata: { colour: 'blue' }, cacheControl: 'no-cache' });
  const meter = new Meter();
  await meter.run(() => object.copyTo(to.object('kept')));
  expect(meter.spent.by).toEqual({ HEAD: 1, COPY: 1 });
  expect(meter.spent.total).toBe(planCopy(5).requests.max);
  await object.copyTo(to.object('changed'), { contentType: 'text/html' });
  expect(await to.object('kept').head()).toMatchObject({ contentType: 'text/plain', metadata: { colour: 'blue' } });
  expect(await to.object('changed').head()).toMatchObject({
    contentType: 'text/html',
    metadata: { colour: 'blue' },
    cacheControl: 'no-cache',
  });
  await object.moveTo(to.object('moved'));
  expect([await object.exists(), await to.object('moved').exists()]).toEqual(['absent', 'exists']);
  await expect(to.object('kept').moveTo(to.object('kept'))).rejects.toMatchObject({ name: 'OptionError' });
  const deleting = new Meter();
  await deleting.run(async () => {
    for await (const _ of to.deleteObjects(['kept', 'changed', 'moved']));
  });
  expect(deleting.spent.total).toBe(planDelete(3).requests.max);
});

test('objects are written only where there are none, or over the one that is known', async () => {
  const object = (await localBucket()).object('key');
  const { etag } = await object.put('one', { ifNoneMatch: '*' });
  await expect(object.put('two', { ifNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  await object.put('three', { ifMatch: etag });
  await expect(object.put('four', { ifMatch: etag })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  expect(await (await object.get()).text()).toBe('three');
});

interface WireRequest {
  readonly headers: Readonly<Record<string, string>>;
}
type Answered = { readonly response: { body: Readable } };

/** A wire that cuts off the answers to so many ranges in their middle, or changes a byte in each. */
class RoughWire {
  readonly ranges: { readonly range: string; readonly ifMatch: string | undefined }[] = [];
  readonly #changes: boolean;
  #cuts: number;

  constructor({ cuts = 0, changes = false }: { readonly cuts?: number; readonly changes?: boolean }) {
    this.#cuts = cuts;
    this.#changes = changes;
  }

  get config(): object {
    const { requestHandler: real } = new S3({ region: 'us-east-1' }).config;
    const handle = async (request: WireRequest, options: object) => {
      const answer = (await real.handle(request as never, options)) as object as Answered;
      const { range, 'if-match': ifMatch } = request.headers;
      if (range === undefined) return answer;
      this.ranges.push({ range, ifMatch });
      answer.response.body = Readable.from(this.#rough(answer.response.body));
      return answer;
    };
    return { maxAttempts: 1, forcePathStyle: true, requestHandler: { handle, destroy: () => real.destroy?.() } };
  }

  async *#rough(body: Readable): AsyncGenerator<Buffer> {
    const isCut = this.#cuts > 0;
    this.#cuts -= 1;
    let passed = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      if (this.#changes) chunk[0] = (chunk[0] ?? 0) ^ 1;
      yield chunk;
      passed += chunk.length;
      if (isCut && passed > 300_000) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    }
  }
}
