import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture } from '../process/capture.mjs';
import { npmCommand } from '../process/npm.mjs';

/**
 * @typedef {object} Packed a package as it would be published
 * @property {string} name e.g. `@proj/core`
 * @property {string} version
 * @property {string} folder of its source
 * @property {string} tarball
 * @property {readonly string[]} files in the tarball
 * @property {number} size of the tarball in bytes
 * @property {Record<string, unknown>} manifest
 */

/**
 * @param {string} folder of one package
 * @param {string} destination
 * @returns {Promise<Packed>}
 */
export async function pack(folder, destination) {
  const [npm, ...before] = npmCommand();
  const args = [...before, 'pack', '--json', '--silent', '--pack-destination', destination];
  const { code, stdout, output } = await capture(npm, args, { cwd: folder, timeout: 120_000 });
  if (code !== 0) throw new Error(`npm pack failed in ${folder}:\n${output}`);
  const [said] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  const files = said.files.map((/** @type {{ path: string }} */ { path }) => path);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const tarball = join(destination, said.filename);
  return { name: said.name, version: said.version, folder, tarball, files, size: said.size, manifest };
}
