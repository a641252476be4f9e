import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../process/root.mjs';
import { packageFolders } from '../../setup/packages.mjs';
import { unexplained } from './dependencies.mjs';

test('every dependency has a line in docs/dependencies.md', () => {
  const folders = [root, ...packageFolders(root)];
  const manifests = folders.map((folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  expect(unexplained(manifests, readFileSync(join(root, 'docs/dependencies.md'), 'utf8'))).toEqual([]);
});

test('one without is named; our own packages need none', () => {
  const page = '| `named`, `@scope/a-*` | why |\n| other | mentions `unnamed` |\n';
  const manifests = [
    { dependencies: { named: '1', '@scope/a-b': '1', '@proj/core': '1' }, devDependencies: { unnamed: '1' } },
    { peerDependencies: { '@scope/c': '1' } },
  ];
  expect(unexplained(manifests, page).map((text) => text.split(' for ')[1])).toEqual(['unnamed.', '@scope/c.']);
});
