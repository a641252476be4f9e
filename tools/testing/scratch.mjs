import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * A folder that is gone after the test, with these files in it.
 * @param {Record<string, string>} [files] contents by path
 */
export function scratch(files = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'serviceset-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

/**
 * @param {string} folder
 * @param {Record<string, string>} files contents by path
 */
export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
