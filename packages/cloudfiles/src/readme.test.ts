import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { swiftIn } from './testing/swift.js';

const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder);

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('each example of the README is a file of the examples, word for word', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const files = examples.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.filter((block) => !files.includes(block ?? ''))).toEqual([]);
});

const printed: Readonly<Record<string, readonly string[]>> = {
  'containers-by-region.ts': ['north first: 2 objects', 'south first: 2 objects'],
  'objects.ts': ['application/json {"level":"info"}', '2026/11/25.json 16 application/json', 'absent'],
};

test.each(examples)('%s runs for somebody whom the environment names', async (name) => {
  const swift = await swiftIn('DFW', 'ORD');
  const objects = new Map();
  swift.stores.get('DFW')?.set('of-dfw', { headers: {}, objects });
  for (const [variable, value] of Object.entries({
    AUTH_URL: swift.url,
    USER_ID: 'u',
    PASSWORD: 'secret',
    PROJECT_ID: 'p',
  })) {
    vi.stubEnv(`OS_${variable}`, value);
  }
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import(new URL(name, folder).href);
  expect(log.mock.calls.map((words) => words.join(' '))).toEqual(printed[name]);
});
