import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const MiB = 1_048_576;

/** Files as people have them: empty ones, large ones, and names of any UTF-8. @type {readonly (readonly [name: string, bytes: number])[]} */
const files = [
  ['readme.txt', 11],
  ['empty', 0],
  ['deep/er/and/deeper/file.bin', 70_000],
  ['ünï/çødé ☕.txt', 5],
  ['日本/茶 & co.json', 100],
  ['odd/a+b=c;d,e (1) #2 100%.csv', 20],
  ['large.bin', 5 * MiB + 1],
  ...Array.from({ length: 40 }, (_, at) => /** @type {const} */ ([`many/${at}.txt`, at])),
];

/** Makes a tree of files in a folder. @param {string} folder */
export function makeTree(folder) {
  for (const [name, bytes] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, randomBytes(bytes));
  }
  return files.map(([name]) => name);
}

/** The files of a folder, by their names in it. @param {string} folder @returns {ReadonlyMap<string, Buffer>} */
function readTree(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.sort().map((path) => [relative(folder, path), readFileSync(path)]));
}

/** What of one folder is not the same in another. @param {string} one @param {string} other */
export function differences(one, other) {
  const [first, second] = [readTree(one), readTree(other)];
  const names = new Set([...first.keys(), ...second.keys()]);
  return [...names].filter((name) => {
    const [a, b] = [first.get(name), second.get(name)];
    return !a || !b || !a.equals(b);
  });
}
