import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';

const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder);

afterEach(() => void vi.restoreAllMocks());

test('each example of the README is a file of the examples, word for word', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code);
  const files = examples.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.filter((block) => !files.includes(block ?? ''))).toEqual([]);
});

test.each(examples)('%s runs, and prints what is in each region', async (name) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  await import(new URL(name, folder).href);
  expect(log.mock.calls).toEqual([
    ['north', 'first, second'],
    ['south', 'first, second'],
  ]);
});
