import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The programs in a folder of tools/, by name: each file but its main.mjs and its tests.
 * @param {string} folder
 */
export function programs(folder) {
  const files = readdirSync(folder).filter((name) => /^(?!main\.)[^.]+\.mjs$/.test(name));
  return files.map((name) => name.slice(0, -'.mjs'.length)).sort();
}

/**
 * Loads a folder's programs by their names, or ends the process with a list of what there is.
 * @param {string} folder
 * @param {readonly string[]} names
 * @returns {Promise<unknown[]>}
 */
export async function load(folder, names) {
  const known = programs(folder);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0 || names.length === 0) {
    const what = names.length === 0 ? 'Say which one' : `There is no '${unknown.join("', '")}'`;
    console.error(`${what}; there is: ${known.join(', ') || 'none yet'}.`);
    process.exit(2);
  }
  return Promise.all(names.map((name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href)));
}
