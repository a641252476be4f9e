import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageFolders } from './packages.mjs';

/**
 * Every file below a folder; none when the folder is not there.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/**
 * One hash over names and contents: a copied or checked-out file counts by what it says, not by its date.
 * @param {string} root
 * @param {readonly string[]} files
 */
function hash(root, files) {
  const sum = createHash('sha256').update(`${process.platform} ${process.arch}\0`);
  for (const file of [...files].sort()) {
    if (!existsSync(file)) continue;
    sum
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return sum.digest('hex');
}

/**
 * Changes when `npm install` would have something to do.
 * @param {string} root
 */
export function installFingerprint(root) {
  const manifests = packageFolders(root).map((folder) => join(folder, 'package.json'));
  return hash(root, [join(root, 'package.json'), join(root, '.npmrc'), ...manifests]);
}

/**
 * Changes when a build would have something to do: tests are not built.
 * @param {string} root
 */
export function buildFingerprint(root) {
  const own = packageFolders(root).flatMap((folder) => [
    join(folder, 'package.json'),
    join(folder, 'tsconfig.json'),
    ...filesBelow(join(folder, 'src')).filter((path) => !/\.test(-d)?\.ts$/.test(path)),
  ]);
  const shared = ['package.json', '.npmrc', 'tsconfig.base.json', 'turbo.json'].map((name) => join(root, name));
  return hash(root, [...shared, ...own]);
}
