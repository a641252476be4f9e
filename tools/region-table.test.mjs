import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main, realRegions, render } from './region-table.mjs';

const partition = {
  id: 'aws',
  regionRegex: '^us\\-\\w+\\-\\d+$',
  outputs: { dnsSuffix: 'a.example', dualStackDnsSuffix: 'b.example', implicitGlobalRegion: 'us-east-1' },
  regions: { 'aws-global': { description: 'aws global region' }, 'us-east-1': { description: "Coeur d'Alene" } },
};

/** @type {string} */

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'region-table-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the committed table is up to date', async () => {
  const tool = fileURLToPath(new URL('region-table.mjs', import.meta.url));
  await expect(promisify(execFile)(process.execPath, [tool, '--check'])).resolves.toBeDefined();
});

test('--check fails, and says what to do, when the table is not what would be written', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const file = join(folder, 'partitions.ts');
  expect(await main([], file)).toBe(0);
  expect(await main(['--check'], file)).toBe(0);
  await writeFile(file, (await readFile(file, 'utf8')).replace('eu-west-1', 'eu-west-9'));
  expect(await main(['--check'], file)).toBe(1);
  expect(said).toHaveBeenCalledWith(expect.stringContaining('run node tools/region-table.mjs'));
  said.mockRestore();
});

test('pseudo regions are left out', () => {
  expect(realRegions(partition).map(([name]) => name)).toEqual(['us-east-1']);
});

test('a name that fits no region of its partition stops the tool', () => {
  const regions = { ...partition.regions, 'us-moon': { description: 'Moon' } };
  expect(() => realRegions({ ...partition, regions })).toThrow(/aws has names that are not regions: us-moon/);
});

test('says which SDK it was made from, and quotes what needs quoting', () => {
  const text = render({ version: '9.9.9', partitions: [partition] });
  expect(text).toContain('from @aws-sdk/core 9.9.9:');
  expect(text).toContain(`'us-east-1': "Coeur d'Alene",`);
});
