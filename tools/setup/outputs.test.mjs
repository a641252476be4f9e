import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../testing/scratch.mjs';
import { builtFiles, dropOrphans, orphans } from './outputs.mjs';

test('a built file without its source is an orphan, with its map and declaration', () => {
  const root = scratch({
    'packages/core/package.json': '{}',
    'packages/core/src/a.ts': '',
    'packages/core/dist/.tsbuildinfo': '',
    'packages/core/dist/a.js': '',
    'packages/core/dist/a.d.ts': '',
    'packages/core/dist/deep/gone.js': '',
    'packages/core/dist/deep/gone.js.map': '',
    'packages/core/dist/deep/gone.d.ts': '',
  });
  const gone = ['gone.d.ts', 'gone.js', 'gone.js.map'].map((name) => join(root, 'packages/core/dist/deep', name));
  expect(orphans(join(root, 'packages/core')).sort()).toEqual(gone);
  dropOrphans(root);
  expect(builtFiles(root)).toEqual(['.tsbuildinfo', 'a.d.ts', 'a.js'].map((name) => `packages/core/dist/${name}`));
});
