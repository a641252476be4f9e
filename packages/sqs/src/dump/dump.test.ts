import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { localQueue, localSqs } from '../testing/cloud.js';
import { isDumpFormatError } from './dump-format-error.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dump-'));
  file = join(folder, 'queue.ndjson');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n');

test('a queue goes into a file, and out of it with all that its messages had', async () => {
  const { everywhere } = await localSqs();
  const ireland = everywhere.at('eu-west-1');
  const [from, to] = [await ireland.createQueue('from'), await ireland.createQueue('to')];
  const attributes = { kind: 'é', n: 1, bytes: new Uint8Array([0, 1]) };
  await from.sendBatch(Array.from({ length: 23 }, (_, index) => ({ body: `${index}\n"`, attributes })));
  expect(await from.dump(file, { wait: 0 })).toEqual({ messages: 23, notDeleted: 0 });
  expect(lines()).toHaveLength(23);
  expect((await from.counts()).visible).toBe(0);
  expect(await to.load(file)).toEqual({ sent: 23, failed: 0, failures: [] });
  const [message] = await to.receive({ wait: 0, max: 1 });
  expect(message?.attributes).toEqual({ kind: 'é', n: '1', bytes: new Uint8Array([0, 1]) });
  expect((await to.counts()).visible + (await to.counts()).inFlight).toBe(23);
});

test('nothing is deleted before its line is on the disk', async () => {
  const queue = await localQueue();
  await queue.send('precious');
  const { FileHandle } = await fileHandleClass();
  vi.spyOn(FileHandle, 'datasync').mockRejectedValue(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
  await expect(queue.dump(file, { wait: 0 })).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(await queue.counts()).toMatchObject({ inFlight: 1 });
});

async function fileHandleClass(): Promise<{ readonly FileHandle: { datasync(): Promise<void> } }> {
  const { open } = await import('node:fs/promises');
  const handle = await open(join(folder, 'probe'), 'w');
  const FileHandle = Object.getPrototypeOf(handle) as { datasync(): Promise<void> };
  await handle.close();
  return { FileHandle };
}

test('what a crash left of a line is taken away, and its message written again', async () => {
  const queue = await localQueue();
  await queue.send('one');
  await queue.dump(file, { wait: 0 });
  appendFileSync(file, '{"id":"half a li');
  await queue.send('two');
  await queue.dump(file, { wait: 0 });
  expect(lines().map((line) => (JSON.parse(line) as { body: string }).body)).toEqual(['one', 'two']);
});

test('a message that stands twice is sent once, and lines that were done are skipped', async () => {
  const queue = await localQueue();
  const line = (id: string, body: string) => `${JSON.stringify({ id, body })}\n`;
  appendFileSync(file, line('1', 'a') + line('2', 'b') + line('1', 'a') + line('3', 'c'));
  expect((await queue.load(file, { skipLines: 1 })).sent).toBe(2);
  const bodies = (await queue.receive({ wait: 0 })).map(({ body }) => body);
  expect(bodies.sort()).toEqual(['b', 'c']);
});

test('kept messages stay, as many as were asked for are taken', async () => {
  const queue = await localQueue();
  await queue.sendBatch(Array.from({ length: 15 }, (_, index) => ({ body: `${index}` })));
  expect(await queue.dump(file, { wait: 0, keep: true, most: 12 })).toEqual({ messages: 12, notDeleted: 0 });
  expect(await queue.counts()).toMatchObject({ visible: 3, inFlight: 12 });
});

test.each(['no JSON', '{}', '{"id":1,"body":"x"}', 'null'])('a line %s is no dump, and is named', async (line) => {
  const queue = await localQueue();
  appendFileSync(file, `${JSON.stringify({ id: '1', body: 'a' })}\n${line}\n`);
  const error: unknown = await queue.load(file).then(undefined, (thrown: Error) => thrown.cause);
  expect(error).toSatisfy(isDumpFormatError);
  expect(error).toMatchObject({ line: 2 });
});

test('a FIFO queue keeps its groups through a dump', async () => {
  const { everywhere } = await localSqs();
  const ireland = everywhere.at('eu-west-1');
  const [from, to] = [
    await ireland.createQueue('from', { fifo: true }),
    await ireland.createQueue('to', { fifo: true }),
  ];
  await from.sendBatch(['a', 'b'].map((body, index) => ({ body, groupId: 'g', deduplicationId: `${index}` })));
  await from.dump(file, { wait: 0 });
  await to.load(file);
  const received = await to.receive({ wait: 0 });
  expect(received.map(({ body, groupId, deduplicationId }) => [body, groupId, deduplicationId])).toEqual([
    ['a', 'g', '0'],
    ['b', 'g', '1'],
  ]);
});
