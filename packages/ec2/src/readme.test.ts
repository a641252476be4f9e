import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rules } from './errors/rules.js';
import { cloudOf } from './testing/cloud.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder);

beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('each example of the README is a file of the examples, word for word', () => {
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const files = examples.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.filter((block) => !files.includes(block ?? ''))).toEqual([]);
});

test('the README knows every rule', () => {
  expect(Object.keys(rules).filter((rule) => !readme.includes(`\`${rule}\``))).toEqual([]);
});

test.each(examples)('%s runs for somebody with keys in the environment, and cleans up', async (name) => {
  const cloud = await cloudOf({ seed: { volumes: 12 } });
  vi.stubEnv('AWS_ENDPOINT_URL', cloud.url);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', cloud.credentials.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', cloud.credentials.secretAccessKey);
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
  await import(new URL(name, folder).href);
  expect(vi.mocked(console.log)).toHaveBeenCalled();
  const made = ['CreateVolume', 'CreateSnapshot'].map((action) => cloud.requests.count({ action }));
  const deleted = ['DeleteVolume', 'DeleteSnapshot'].map((action) => cloud.requests.count({ action }));
  expect(deleted).toEqual(made);
});
