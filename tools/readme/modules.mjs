import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ownersOf } from '../checks/ownership/owners.mjs';
import { packageFolders } from '../setup/packages.mjs';

/** @typedef {{ folder: string, name: string, description: string, owner: string }} Module a package, as the table shows it */

/** What the others build on comes first. @param {Module} a @param {Module} b */
const coreFirst = (a, b) => Number(b.folder === 'core') - Number(a.folder === 'core');

/**
 * Every package, with the team that owns it.
 * @param {string} root
 * @returns {Module[]}
 */
export function modulesOf(root) {
  const owners = ownersOf(readFileSync(join(root, 'CODEOWNERS'), 'utf8'));
  const all = packageFolders(root).map((path) => {
    const { name, description } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const folder = basename(path);
    return { folder, name, description, owner: owners.get(`/packages/${folder}/`)?.join(' ') ?? '' };
  });
  return all.sort(coreFirst);
}

/** A sentence as a cell of a table. @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|').replace(/\.$/, '');

/** @param {readonly Module[]} modules */
export function tableOf(modules) {
  const rows = modules.map(
    ({ folder, name, description, owner }) =>
      `| [\`${name}\`](packages/${folder}/README.md) | ${cell(description)} | ${cell(owner)} |`,
  );
  return ['| package | what it is | owner |', '|---|---|---|', ...rows].join('\n');
}
