import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesBelow } from '../setup/fingerprint.mjs';
import { packageFolders } from '../setup/packages.mjs';

/** @typedef {{ path: string, text: string }} SourceFile `path` from the repository's top, with `/` */

/**
 * What people write in this repository: the packages' sources and examples, and the tools.
 * @param {string} root
 * @returns {SourceFile[]}
 */
export function sourceFiles(root) {
  const folders = packageFolders(root).flatMap((folder) => [join(folder, 'src'), join(folder, 'examples')]);
  const paths = [...folders, join(root, 'tools')].flatMap(filesBelow);
  return paths
    .filter((path) => /\.([cm]?ts|mjs|js)$/.test(path))
    .map((path) => ({ path: relative(root, path).replaceAll(sep, '/'), text: readFileSync(path, 'utf8') }));
}

/**
 * Whether a file is there for tests alone, and never published.
 * @param {string} path
 */
export function isTest(path) {
  return /\.test(-d)?\.\w+$/.test(path) || /\/(src\/testing|examples)\//.test(path);
}
