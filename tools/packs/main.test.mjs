import { join } from 'node:path';
import { expect, test } from 'vitest';
import { capture } from '../process/capture.mjs';
import { root } from '../process/root.mjs';

test('a package that is not there is said so, with those that are, and nothing is packed', async () => {
  const { code, output } = await capture(process.execPath, [join(root, 'tools/packs/main.mjs'), 'core', 'nope'], {
    cwd: root,
  });
  expect(code).toBe(2);
  expect(output).toMatch(/^There is no package 'nope'; there is: .*\bcore, .*\blocal\b.*\.\n$/);
});
