import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTable } from './between.mjs';
import { modulesOf, tableOf } from './modules.mjs';

/** @param {string} root */
function texts(root) {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  return { readme, wanted: withTable(readme, tableOf(modulesOf(root))) };
}

/**
 * What is wrong with the README's table of packages: nothing, or a sentence.
 * @param {string} root
 * @returns {readonly string[]}
 */
export function staleTable(root) {
  const { readme, wanted } = texts(root);
  if (readme === wanted) return [];
  return [
    'README.md: its table of packages is not what the manifests and CODEOWNERS say: run `npm run readme` and commit it.',
  ];
}

/**
 * Writes the README's table of packages.
 * @param {string} root
 * @returns {boolean} whether it changed
 */
export function writeTable(root) {
  const { readme, wanted } = texts(root);
  if (readme !== wanted) writeFileSync(join(root, 'README.md'), wanted);
  return readme !== wanted;
}
