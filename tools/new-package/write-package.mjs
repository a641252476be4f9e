import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format } from './format.mjs';
import { filled, templateOf } from './template.mjs';

const readme = 'README.md';

/** @param {string} path @param {string} text */
function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * Writes the files of a new package beside its place, and moves them there when all of them are right. The README comes last: it has
 * the example as it is after formatting.
 * @param {string} root
 * @param {import('./words/plan.mjs').Plan} plan
 * @returns {Promise<readonly string[]>} their paths in the package
 */
export async function writePackage(root, { overlays, words }) {
  const name = words['name'] ?? '';
  const beside = join(root, `packages/.${name}-unfinished`);
  rmSync(beside, { recursive: true, force: true });
  try {
    const paths = await writeAt(root, beside, { overlays, words });
    renameSync(beside, join(root, 'packages', name));
    return paths;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {Pick<import('./words/plan.mjs').Plan, 'overlays' | 'words'>} plan
 */
async function writeAt(root, folder, { overlays, words }) {
  const files = [...templateOf(overlays)].map(([path, text]) => /** @type {const} */ ([filled(path, words), text]));
  const [first = '', ...others] = files.flatMap(([path, text]) => (path === readme ? [text] : []));
  if (first === '' || others.length > 0) throw new Error('the template has one README.md');
  const texts = files
    .filter(([path]) => path !== readme)
    .map(([path, text]) => /** @type {const} */ ([path, filled(text, words)]));
  for (const [path, text] of texts) write(join(folder, path), text);
  await format(root, [folder]);
  const example = readFileSync(join(folder, `examples/list-${words['resourcesFile']}.ts`), 'utf8');
  write(join(folder, readme), filled(first, { ...words, example }));
  return files.map(([path]) => path).sort();
}
