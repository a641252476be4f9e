import type { Cursor } from './cursor.js';

/**
 * Words end at a comma (`\,` is one that they contain) and at what closes a list or map; only the first may contain `=`.
 * What is quoted is a word, whatever it contains.
 */
const first = /(?:\\,|[^\s"',\]}=[{])(?:\\,|[^"',\]}])*/y;
const later = /(?:\\,|[^\s"',\]}=[{])(?:\\,|[^"',=])*/y;
const single = /'(?:\\'|\\\\|[^'])*'/y;
const double = /"(?:\\"|\\\\|[^"])*"/y;

/** A word; an empty one where none is. */
export function readWord(cursor: Cursor): string {
  return readQuoted(cursor) ?? unescaped(cursor.match(first) ?? '');
}

/** A further word of a list; `undefined` when it is the next key, since `=` follows. */
export function readWordBeforeComma(cursor: Cursor): string | undefined {
  const word = readQuoted(cursor) ?? cursor.match(later);
  cursor.skipSpace();
  if (word === undefined || !(cursor.done || cursor.next === ',')) return undefined;
  return unescaped(word);
}

function readQuoted(cursor: Cursor): string | undefined {
  const { next } = cursor;
  if (next !== "'" && next !== '"') return undefined;
  const quoted = cursor.match(next === "'" ? single : double);
  if (quoted === undefined) return cursor.fail(`a closing ${next}`);
  return quoted.slice(1, -1).replaceAll(`\\${next}`, next).replaceAll('\\\\', '\\');
}

function unescaped(word: string): string {
  return word.replaceAll('\\,', ',').trimEnd();
}
