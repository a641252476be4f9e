import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratch, write } from '../testing/scratch.mjs';
import { missingChangesets } from './check.mjs';
import { namedBy } from './pending.mjs';

const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.invalid', '-c', 'commit.gpgsign=false'];

/** @param {string} root @param {string[]} args */
const git = (root, ...args) => execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'pipe' });

/** @param {string} root @param {Record<string, string>} files */
function commit(root, files) {
  write(root, files);
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'change');
}

const manifest = (/** @type {string} */ version) => JSON.stringify({ name: '@proj/core', version });
const changeset = `---\n'@proj/core': minor\n---\n\nWhat changed.\n`;

/** A repository whose one package has just been released. */
function released() {
  const root = scratch();
  git(root, 'init', '-q', '-b', 'main');
  mkdirSync(join(root, '.changeset'));
  commit(root, { 'packages/core/package.json': manifest('0.0.0'), '.changeset/README.md': changeset });
  commit(root, { 'packages/core/package.json': manifest('0.1.0'), 'packages/core/CHANGELOG.md': '# 0.1.0' });
  return root;
}

const refusal = [expect.stringContaining('@proj/core changed since its last release (packages/core/src/a.ts)')];

/** `npm test` needs Node and npm alone. */
const withoutGit = spawnSync('git', ['--version']).status !== 0;

describe.skipIf(withoutGit)('in a git repository', () => {
  test('a package that was just released needs none', () => {
    expect(missingChangesets(released())).toEqual([]);
  });

  test('a changed package without one is refused, committed long ago or not committed at all', () => {
    const root = released();
    write(root, { 'packages/core/src/a.ts': 'export {};' });
    expect(missingChangesets(root)).toEqual(refusal);
    commit(root, {});
    commit(root, { 'README.md': 'something else, later' });
    expect(missingChangesets(root)).toEqual(refusal);
  });

  test('on a clean clone too; a shallow one says that it cannot tell', () => {
    const root = released();
    commit(root, { 'packages/core/src/a.ts': 'export {};' });
    const clones = scratch();
    git(clones, 'clone', '-q', root, 'whole');
    git(clones, 'clone', '-q', '--depth=1', `file://${root}`, 'shallow');
    expect(missingChangesets(join(clones, 'whole'))).toEqual(refusal);
    expect(missingChangesets(join(clones, 'shallow'))).toEqual([expect.stringContaining('This clone is shallow')]);
  });

  test('a pending changeset that names the package settles it, until the next release takes it away', () => {
    const root = released();
    commit(root, { 'packages/core/src/a.ts': 'export {};', '.changeset/odd-name.md': changeset });
    expect(missingChangesets(root)).toEqual([]);
    rmSync(join(root, '.changeset/odd-name.md'));
    commit(root, { 'packages/core/package.json': manifest('0.2.0') });
    expect(missingChangesets(root)).toEqual([]);
    commit(root, { 'packages/core/src/a.ts': 'export const a = 1;' });
    expect(missingChangesets(root)).toEqual(refusal);
  });

  test('another change of the manifest does not count as a release', () => {
    const root = released();
    commit(root, { 'packages/core/src/a.ts': 'export {};' });
    commit(root, { 'packages/core/package.json': `${manifest('0.1.0')}\n` });
    expect(missingChangesets(root)).toEqual([expect.stringContaining('package.json and 1 more')]);
  });

  test('tests are nobody else’s business', () => {
    const root = released();
    commit(root, { 'packages/core/src/a.test.ts': '', 'packages/core/src/a.test-d.ts': '' });
    expect(missingChangesets(root)).toEqual([]);
  });

  test('of a package that was never released everything counts', () => {
    const root = released();
    commit(root, { 'packages/new/package.json': JSON.stringify({ name: '@proj/new', version: '0.0.0' }) });
    expect(missingChangesets(root)).toEqual([expect.stringContaining('@proj/new changed')]);
  });

  test('a changeset for no package is refused', () => {
    const root = released();
    write(root, { '.changeset/odd-name.md': changeset.replace('core', 'cora') });
    expect(missingChangesets(root)).toEqual(['A changeset names @proj/cora, but there is no such package.']);
  });
});

test('front matter in either quotes; text below it names nothing', () => {
  expect(namedBy(`---\n"@proj/a": patch\n'@proj/b': major\n---\n\n'@proj/c': minor\n`)).toEqual(['@proj/a', '@proj/b']);
  expect(namedBy('---\n---\n')).toEqual([]);
});
