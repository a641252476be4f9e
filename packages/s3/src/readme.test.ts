import { readdirSync, readFileSync } from 'node:fs';
import { S3 } from '@aws-sdk/client-s3';
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
  'buckets-by-region.ts': ['eu-west-1 of-ireland', 'us-east-1 of-virginia'],
  'sharing.ts': [
    '200 text/plain',
    'S3 has no objectAcl here; the bucket enforces that its owner owns all objects: give rights by setPolicy(), or change it by setOwnership()',
  ],
  'objects.ts': ['application/json {"level":"info"}', '2026/11/25.json 16 application/json', '2026/11/25.json is gone'],
};

test.each(examples)('%s runs for somebody with keys in the environment', async (name) => {
  const cloud = await startLocalCloud({ regions: ['us-east-1', 'eu-west-1'], seed: 'none' });
  onTestFinished(() => cloud.close());
  if (name.startsWith('buckets')) {
    await make(cloud, 'us-east-1', 'of-virginia');
    await make(cloud, 'eu-west-1', 'of-ireland');
  }
  stubEnvironment(cloud);
  await import(new URL(name, folder).href);
  expect(vi.mocked(console.warn).mock.calls).toEqual([]);
  expect(vi.mocked(console.log).mock.calls.map((words) => words.join(' '))).toEqual(printed[name]);
});

async function make({ url, credentials }: LocalCloud, region: string, Bucket: string): Promise<void> {
  const client = new S3({ region, endpoint: url, credentials, forcePathStyle: true });
  await client.createBucket({ Bucket });
  client.destroy();
}
