import { join } from 'node:path';
import { capture } from '../process/capture.mjs';

/**
 * Formats as `npm run lint -- --write` does: how long a line is depends on the names in it.
 * @param {string} root
 * @param {readonly string[]} paths
 */
export async function format(root, paths) {
  const args = [
    join(root, 'node_modules/@biomejs/biome/bin/biome'),
    'check',
    '--write',
    '--vcs-enabled=false',
    ...paths,
  ];
  const { code, output } = await capture(process.execPath, args, { cwd: root, timeout: 60_000 });
  if (code !== 0) throw new Error(`what the template made does not pass the linter:\n${output}`);
}
