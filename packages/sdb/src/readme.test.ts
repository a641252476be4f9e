import { readdirSync, readFileSync } from 'node:fs';
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

test('a query is written, and finds what was put', async () => {
  expect(await run('write-a-query.ts')).toEqual([
    [
      "select * from `books` where (`Price` < 'c024000000000000' or `Price` is null) and `Title` in ('The Reader''s Choice', 'Tropic')",
    ],
    ['0802131786', 9.99],
    ['count'],
  ]);
});
