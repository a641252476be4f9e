import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folders of the workspace's packages, sorted.
 * @param {string} root
 */
export function packageFolders(root) {
  const folders = readdirSync(join(root, 'packages')).sort();
  return folders.map((name) => join(root, 'packages', name)).filter((dir) => existsSync(join(dir, 'package.json')));
}
