import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Names and sizes that clients and stores trip over: parts, nothing, spaces, signs, letters of others, many. */
const files = [
  ['large.bin', 20_000_000],
  ['empty', 0],
  ['deep/er/still.txt', 10],
  ['deep/a b+ü.txt', 20],
  ['deep/percent%20&.txt', 30],
  ...Array.from({ length: 30 }, (_, index) => /** @type {const} */ ([`many/${index}`, index + 1])),
];

/** Makes a tree of files, and tells what is in it as {@link readTree} does. @param {string} folder */
export function makeTree(folder) {
  for (const [name, size] of files) {
    const path = join(folder, String(name));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.alloc(Number(size), `${name} `));
  }
  return readTree(folder);
}

/** The hash of each file, by its path. @param {string} folder @returns {Record<string, string>} */
export function readTree(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
