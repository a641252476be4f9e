import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { isUnsafeNameError, pathInFolder } from './path-in-folder.js';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 's3-path-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('a name is a path in the folder, whose folders are made', async () => {
  const folder = newFolder();
  expect(await pathInFolder(folder, 'a/b/é.txt')).toBe(join(folder, 'a', 'b', 'é.txt'));
  expect(existsSync(join(folder, 'a', 'b'))).toBe(true);
});

test.each(['../a', 'a/../../b', '/etc/passwd', 'a//b', './a', 'a/', '..', 'a\0b', 'a/./b'])(
  '%j is refused, and nothing is made',
  async (name) => {
    const folder = newFolder();
    const error = await pathInFolder(join(folder, 'new'), name).catch((thrown: unknown) => thrown);
    expect(isUnsafeNameError(error)).toBe(true);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  },
);

test('a link in the folder leads nowhere', async () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'in'));
  symlinkSync('/tmp', join(folder, 'in', 'out'));
  symlinkSync('/etc/hostname', join(folder, 'in', 'file'));
  for (const name of ['out/a', 'file']) {
    const error = await pathInFolder(join(folder, 'in'), name).catch((thrown: unknown) => thrown);
    expect(isUnsafeNameError(error)).toBe(true);
  }
});

test('no name leads out of it', async () => {
  const folder = newFolder();
  const part = fc.oneof(fc.constantFrom('..', '.', '', '/', '\\', 'a'), fc.string({ maxLength: 5 }));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 4 }), async (parts) => {
      const path = await pathInFolder(folder, parts.join('/')).catch((error: unknown) => {
        expect(isUnsafeNameError(error) || (error as NodeJS.ErrnoException).code !== undefined).toBe(true);
        return undefined;
      });
      if (path !== undefined) expect(relative(folder, path).split(sep)).not.toContain('..');
    }),
    { numRuns: 200 },
  );
});
