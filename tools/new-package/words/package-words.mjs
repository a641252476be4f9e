import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { camelOf, pascalOf } from '../names.mjs';

/** @param {string} root @param {string} folder */
export function versionOf(root, folder) {
  return String(JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')).version);
}

/**
 * What both kinds of package say of themselves.
 * @param {string} root
 * @param {string} name
 */
export function packageWords(root, name) {
  const camel = camelOf(name);
  return {
    name,
    camel,
    Name: pascalOf(camel),
    coreVersion: versionOf(root, 'core'),
  };
}
