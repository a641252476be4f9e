import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalCloud, startLocalCloud } from '@proj/local';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder);

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Somebody's environment, with the local cloud for AWS. */
function stubEnvironment(cloud: LocalCloud): void {
  vi.stubEnv('AWS_ENDPOINT_URL', cloud.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', cloud.credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', cloud.credentials.secretAccessKey);
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
}

test('each example of the README is a file of the examples, word for word', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const files = examples.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.filter((block) => !files.includes(block ?? ''))).toEqual([]);
});

const printed: Readonly<Record<string, readonly string[]>> = {
  'consume-everywhere.ts': ['4 0 0', 'handled 1', 'handled 1', 'handled 2', 'handled 2'],
  'queues-everywhere.ts': ['us-east-1 jobs', 'eu-west-1 jobs', 'us-east-1 1', 'eu-west-1 1'],
  'send-and-dump.ts': ['25', '25', '25'],
};

test.each(examples)('%s runs for somebody with keys in the environment', async (name) => {
  const cloud = await startLocalCloud({ regions: ['us-east-1', 'eu-west-1'] });
  onTestFinished(() => cloud.close());
  stubEnvironment(cloud);
  const folderForDump = mkdtempSync(join(tmpdir(), 'sqs-readme-'));
  onTestFinished(() => rmSync(folderForDump, { recursive: true }));
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', name, join(folderForDump, 'jobs.ndjson')]);
  await import(new URL(name, folder).href);
  expect(vi.mocked(console.warn).mock.calls).toEqual([]);
  const lines = vi.mocked(console.log).mock.calls.map((words) => words.join(' '));
  // Regions answer in any order, so that messages do.
  expect(name.startsWith('consume') ? lines.toSorted() : lines).toEqual(printed[name]);
});
