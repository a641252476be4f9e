import { existsSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pendingPackages } from '../../changesets/pending.mjs';
import { root } from '../../process/root.mjs';
import { filesBelow } from '../../setup/fingerprint.mjs';
import { packageFolders } from '../../setup/packages.mjs';
import { wrongChangelog } from './changelog.mjs';
import { wrongContents } from './contents.mjs';
import { wrongManifest } from './manifest.mjs';
import { wrongOwners } from './owners.mjs';

const folders = packageFolders(root);
const text = (/** @type {string} */ path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const manifestOf = (/** @type {string} */ folder) => JSON.parse(text(join(folder, 'package.json')));

test('every package has one line in CODEOWNERS', () => {
  expect(
    wrongOwners(
      folders.map((folder) => basename(folder)),
      text(join(root, 'CODEOWNERS')),
    ),
  ).toEqual([]);
});

describe.each(folders.map((folder) => [basename(folder), folder]))('%s', (name, folder) => {
  test('has the manifest that all have', () => {
    expect(wrongManifest(name, manifestOf(folder))).toEqual([]);
  });

  test('has a README with an example, and tests', () => {
    const readme = text(join(folder, 'README.md'));
    const source = filesBelow(join(folder, 'src')).map((path) => relative(folder, path));
    expect(wrongContents(name, readme ? ['README.md', ...source] : source, readme)).toEqual([]);
  });

  test('has a changelog, or a changeset that will begin it', () => {
    const { name: full, version } = manifestOf(folder);
    const path = join(folder, 'CHANGELOG.md');
    const changelog = existsSync(path) ? text(path) : undefined;
    expect(wrongChangelog(name, { version, changelog, pending: pendingPackages(root).has(full) })).toEqual([]);
  });

  test('is referenced by the root tsconfig', () => {
    expect(text(join(root, 'tsconfig.json'))).toContain(`"packages/${name}"`);
  });
});

describe('the checks can fail', () => {
  const good = manifestOf(join(root, 'packages/core'));

  test.each([
    ['type', 'commonjs'],
    ['license', 'MIT'],
    ['engines', { node: '>=18' }],
    ['sideEffects', true],
    ['publishConfig', undefined],
    ['repository', { ...good.repository, directory: 'packages/other' }],
    ['exports', { '.': { default: './dist/index.js', types: './dist/index.d.ts' } }],
    ['exports', { '.': './dist/index.js' }],
    ['exports', {}],
    ['files', ['dist', 'src']],
    ['files', ['dist', '!dist/.tsbuildinfo']],
    ['description', ''],
    ['name', 'core'],
  ])('a manifest with another %s', (field, value) => {
    const found = wrongManifest('core', { ...good, [field]: value });
    expect(found).toEqual([expect.stringContaining(`'${field}'`)]);
  });

  test.each([
    ['', 'there is a line'],
    ['/packages/core/', 'there is a line'],
    ['/packages/core/ someone', 'there is a line'],
    ['# /packages/core/ @proj/core', 'there is a line'],
    ['/packages/core/ @proj/core\n/packages/old/ @proj/old', 'there is no such package'],
  ])('CODEOWNERS of %j', (codeowners, rule) => {
    expect(wrongOwners(['core'], codeowners)).toEqual([expect.stringContaining(rule)]);
  });

  test('a folder without README and tests', () => {
    expect(wrongContents('core', ['src/a.ts'], '')).toHaveLength(4);
    expect(wrongContents('core', ['README.md', 'src/a.test.ts'], '```ts\n```\n`types: ["node"]`')).toEqual([]);
  });

  test.each([
    ['never released, a changeset pending', { version: '0.0.0', changelog: undefined, pending: true }, []],
    ['never released, none pending', { version: '0.0.0', changelog: undefined, pending: false }, ['never released']],
    ['released, its entry is there', { version: '0.1.0', changelog: '# x\n\n## 0.1.0\n', pending: false }, []],
    ['released, without a file', { version: '0.1.0', changelog: undefined, pending: true }, ["'## 0.1.0'"]],
    ['released, without an entry', { version: '0.1.1', changelog: '## 0.1.10\n', pending: true }, ["'## 0.1.1'"]],
  ])('a package %s', (_, history, wrong) => {
    expect(wrongChangelog('core', history)).toEqual(wrong.map((part) => expect.stringContaining(part)));
  });
});
