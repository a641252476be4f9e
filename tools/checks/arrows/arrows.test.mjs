import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../process/root.mjs';
import { packageFolders } from '../../setup/packages.mjs';
import { sourceFiles } from '../../source/files.mjs';
import { wrongArrows } from './judge.mjs';

test('imports in this repository follow the arrows between folders and packages', () => {
  const exported = packageFolders(root).map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return [basename(folder), Object.keys(manifest.exports ?? {})];
  });
  const files = sourceFiles(root);
  expect(files.length).toBeGreaterThan(10);
  expect(wrongArrows(files, Object.fromEntries(exported))).toEqual([]);
});
