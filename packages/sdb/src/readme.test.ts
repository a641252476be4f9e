import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud } from '@proj/local';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { simpledb } from './simpledb-set.js';

const folder = new URL('../examples/', import.meta.url);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs an example as its reader would, with SimpleDB on this machine. */
async function run(name: string, prepare = async () => {}): Promise<readonly unknown[][]> {
  const cloud = await startLocalCloud({ seed: { volumes: 0, instances: 0, snapshots: 0, publicSnapshots: 0 } });
  onTestFinished(() => cloud.close());
  vi.stubEnv('AWS_ENDPOINT_URL', cloud.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', cloud.credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', cloud.credentials.secretAccessKey);
  await prepare();
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import(new URL(name, folder).href);
  return log.mock.calls;
}

test('each example of the README is a file of the examples, word for word', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(blocks.toSorted()).toEqual(files.toSorted());
});

test('the domains of all regions are listed', async () => {
  // Signature Version 2 names no region: one address for all has one SimpleDB behind it.
  const calls = await run('domains-everywhere.ts', async () => {
    await simpledb({ regions: ['us-east-1'] }).createDomain({ DomainName: 'films' });
  });
  expect(calls.map(([, names]) => names)).toEqual(Array(8).fill('films'));
  expect(new Set(calls.map(([region]) => region)).size).toBe(8);
});

test('a domain is made, written and read', async () => {
  expect(await run('read-a-domain.ts')).toEqual([
    ['0802131786', '1959'],
    ['item name', 1026, 1024],
    ['NoSuchDomain', 400],
    [4],
  ]);
});

/** A file that is gone with the test, as the first argument of the process. */
async function fileArgument(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'serviceset-sdb-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'simpledb.ndjson');
  const before = process.argv;
  process.argv = [...before.slice(0, 2), file];
  onTestFinished(() => {
    process.argv = before;
  });
  return file;
}

// One address stands for all regions in these: each of the eight has the same items.
test('domains are written and queried everywhere', async () => {
  const calls = await run('books-everywhere.ts');
  expect(calls[0]).toEqual([['1980'], undefined]);
  expect(calls.slice(1, 4).map(([, ...item]) => item)).toEqual(Array(3).fill(['1579124585', '1980', 2]));
  expect(calls.slice(4)).toEqual([[16, true, 0]]);
});

test('all regions are dumped to a file, and loaded from it', async () => {
  const file = await fileArgument();
  const calls = await run('dump-and-load.ts', async () => {
    const films = simpledb().domain('films').at('us-east-1');
    await films.create();
    await films.put('a', { year: '1959' });
  });
  expect(calls).toEqual([[16, 8]]);
  expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(17);
});

test('a query is written, and finds what was put', async () => {
  expect(await run('write-a-query.ts')).toEqual([
    [
      "select * from `books` where (`Price` < 'c024000000000000' or `Price` is null) and `Title` in ('The Reader''s Choice', 'Tropic')",
    ],
    ['0802131786', 9.99],
    ['count'],
  ]);
});
