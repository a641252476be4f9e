import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { filesBelow } from './fingerprint.mjs';
import { packageFolders } from './packages.mjs';

/**
 * Every built file of the workspace, relative to its top, sorted.
 * @param {string} root
 */
export function builtFiles(root) {
  const all = packageFolders(root).flatMap((folder) => filesBelow(join(folder, 'dist')));
  return all.map((file) => relative(root, file)).sort();
}

/**
 * The built files whose source is gone: the compiler leaves them, and an import of one would still work here.
 * @param {string} folder of one package
 */
export function orphans(folder) {
  const dist = join(folder, 'dist');
  return filesBelow(dist).filter((file) => {
    const source = relative(dist, file).replace(/\.(d\.ts|js)(\.map)?$/, '.ts');
    return source.endsWith('.ts') && !existsSync(join(folder, 'src', source));
  });
}

/** @param {string} root */
export function dropOrphans(root) {
  for (const file of packageFolders(root).flatMap(orphans)) rmSync(file);
}
