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
async function run(name: string): Promise<readonly unknown[][]> {
  const cloud = await startLocalCloud({ seed: { volumes: 0, instances: 0, snapshots: 0, publicSnapshots: 0 } });
  onTestFinished(() => cloud.close());
  vi.stubEnv('AWS_ENDPOINT_URL', cloud.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', cloud.credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', cloud.credentials.secretAccessKey);
  await simpledb({ regions: ['sa-east-1'] }).createDomain({ DomainName: 'films' });
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
  const calls = await run('domains-everywhere.ts');
  expect(calls).toHaveLength(8);
  expect(calls).toContainEqual(['sa-east-1', 'films']);
  expect(calls).toContainEqual(['eu-west-1', '']);
});

test('a domain is made, written and read', async () => {
  expect(await run('read-a-domain.ts')).toEqual([
    ['0802131786', '1959'],
    ['item name', 1026, 1024],
    ['NoSuchDomain', 400],
    [4],
  ]);
});
