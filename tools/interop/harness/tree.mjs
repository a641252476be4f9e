import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What a client is tempted to get wrong: empty ones, names in UTF-8, with spaces, and with what addresses are written in. */
const odd = [
  'empty',
  'empty folder of one/empty',
  'with spaces /and more .txt',
  'ünïcödé/日本語 ✓ 😀.txt',
  'signs/a+b&c=d#e%20f@g,h;i$j!k(l)~m.txt',
  "signs/'single' [square] {curly}.txt",
  '.hidden/.file',
  'deep/1/2/3/4/5/6/7/8/9/file',
];

/** Bytes that are the same each time, and in no order. @param {string} seed @param {number} size */
export function bytesOf(seed, size) {
  const parts = [];
  for (let at = 0; at < size; at += 32) parts.push(createHash('sha256').update(`${seed} ${at}`).digest());
  return Buffer.concat(parts).subarray(0, size);
}

/**
 * Writes a tree of files.
 * @param {string} folder
 * @param {{ files: number, large?: number }} options how many, and the bytes of the one that is large; none when left out
 */
export function writeTree(folder, { files, large }) {
  /** @type {(name: string, bytes: Buffer) => void} */
  const write = (name, bytes) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  };
  const plain = Array.from(
    { length: files - odd.length - (large === undefined ? 0 : 1) },
    (_, at) => `${at % 7}/${at}`,
  );
  for (const [at, name] of plain.entries()) write(name, bytesOf(name, at * 13));
  for (const name of odd) write(name, bytesOf(name, name.includes('empty') ? 0 : 1_000));
  if (large !== undefined) write('large/file.bin', bytesOf('large', large));
}

/** The names of a tree's files, in order. @param {string} folder */
export function namesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** What tells two trees apart, byte for byte. @param {string} one @param {string} other */
export function differences(one, other) {
  const [here, there] = [new Set(namesOf(one)), new Set(namesOf(other))];
  const both = [...here].filter((name) => there.has(name));
  return [
    ...[...here].filter((name) => !there.has(name)).map((name) => `missing: ${name}`),
    ...[...there].filter((name) => !here.has(name)).map((name) => `more: ${name}`),
    ...both
      .filter((name) => !readFileSync(join(one, name)).equals(readFileSync(join(other, name))))
      .map((name) => `differs: ${name}`),
  ];
}

/** A folder of its own, and how it is taken away. */
export function scratchFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'serviceset-interop-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
