import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch, write } from '../testing/scratch.mjs';
import { buildFingerprint, installFingerprint } from './fingerprint.mjs';

const workspace = () =>
  scratch({
    'package.json': '{}',
    '.npmrc': '',
    'packages/core/package.json': '{}',
    'packages/core/src/index.ts': 'export {};',
    'packages/core/src/gone.ts': 'export {};',
  });

test('the install counts as out of date after a change of any manifest or of .npmrc', () => {
  const root = workspace();
  const seen = new Set([installFingerprint(root)]);
  write(root, { 'package.json': '{ }' });
  seen.add(installFingerprint(root));
  write(root, { '.npmrc': 'a=b' });
  seen.add(installFingerprint(root));
  write(root, { 'packages/core/package.json': '{ }' });
  seen.add(installFingerprint(root));
  write(root, { 'packages/new/package.json': '{}' });
  seen.add(installFingerprint(root));
  expect(seen.size).toBe(5);
});

test('a changed source is for the build, not for the install', () => {
  const root = workspace();
  const [installed, built] = [installFingerprint(root), buildFingerprint(root)];
  write(root, { 'packages/core/src/index.ts': 'export const a = 1;' });
  expect(installFingerprint(root)).toBe(installed);
  expect(buildFingerprint(root)).not.toBe(built);
});

test('a deleted source is a change', () => {
  const root = workspace();
  const before = buildFingerprint(root);
  rmSync(join(root, 'packages/core/src/gone.ts'));
  expect(buildFingerprint(root)).not.toBe(before);
});

test('a file that was only touched is not, nor is a test', () => {
  const root = workspace();
  const before = buildFingerprint(root);
  write(root, { 'packages/core/src/index.test.ts': '', 'packages/core/src/index.test-d.ts': '' });
  utimesSync(join(root, 'packages/core/src/index.ts'), 0, 0);
  expect(buildFingerprint(root)).toBe(before);
});
