import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../process/root.mjs';
import { scratch, write } from '../testing/scratch.mjs';
import { withTable } from './between.mjs';
import { staleTable, writeTable } from './write.mjs';

test("the README's table of packages is what their manifests and CODEOWNERS say", () => {
  expect(staleTable(root)).toEqual([]);
});

const empty = 'before\n<!-- modules: written by `npm run readme` -->\n<!-- modules end -->\nafter\n';

/** A repository of two packages. */
const repository = () =>
  scratch({
    'README.md': empty,
    CODEOWNERS: '* @proj/all\n/packages/core/ @proj/core-owners\n/packages/aside/ @proj/a',
    'packages/aside/package.json': JSON.stringify({ name: '@proj/aside', description: 'This | that.' }),
    'packages/core/package.json': JSON.stringify({ name: '@proj/core', description: 'Regions: all.' }),
  });

test('it is written between its marks, core first, and then stays as it is', () => {
  const folder = repository();
  expect(staleTable(folder)).toEqual([expect.stringContaining('run `npm run readme`')]);
  expect([writeTable(folder), writeTable(folder)]).toEqual([true, false]);
  expect(staleTable(folder)).toEqual([]);
  expect(readFileSync(join(folder, 'README.md'), 'utf8').split('\n')).toEqual([
    'before',
    '<!-- modules: written by `npm run readme` -->',
    '',
    '| package | what it is | owner |',
    '|---|---|---|',
    '| [`@proj/core`](packages/core/README.md) | Regions: all | @proj/core-owners |',
    '| [`@proj/aside`](packages/aside/README.md) | This \\| that | @proj/a |',
    '',
    '<!-- modules end -->',
    'after',
    '',
  ]);
});

test.each([
  ['a new owner', { CODEOWNERS: '/packages/core/ @proj/others\n/packages/aside/ @proj/a' }],
  ['a new description', { 'packages/core/package.json': '{"name":"@proj/core","description":"other"}' }],
  ['a new package', { 'packages/more/package.json': '{"name":"@proj/more","description":"more"}' }],
])('%s makes it stale', (_, change) => {
  const folder = repository();
  writeTable(folder);
  write(folder, change);
  expect(staleTable(folder)).toHaveLength(1);
});

test('a README without the marks is named', () => {
  expect(() => withTable('no marks', '')).toThrow('README.md has no place for the table');
});
