import { Cursor } from './cursor.js';
import { readWord, readWordBeforeComma } from './words.js';

/** What shorthand says, before it is known what is meant: texts, lists and maps of them. */
export type Parsed = string | readonly Parsed[] | ParsedMap;

/** Keys in the order in which they came. A map, so that a key called `__proto__` is one like the others. */
export type ParsedMap = ReadonlyMap<string, Parsed>;

/** Gives the content of `file://…` for a key that is followed by `@=`. */
export type ReadFile = (reference: string) => string;

const key = /[A-Za-z0-9\-_.#/:]*/y;

/**
 * Reads the AWS CLI's shorthand: `Name=tag:Name,Values=a,b`, `Key=a,Value='b c'`, `Ebs={VolumeSize=8},Hosts=[a,b]`.
 *
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-shorthand.html
 *
 * @throws ShorthandError for what is not shorthand, and for a key that comes twice
 *
 * @example
 * parseShorthand('Name=tag:Name,Values=a,b'); // Map { 'Name' => 'tag:Name', 'Values' => ['a', 'b'] }
 */
export function parseShorthand(text: string, readFile: ReadFile = (reference) => reference): ParsedMap {
  const cursor = new Cursor(text);
  const pairs = new Map<string, Parsed>();
  readPair(cursor, pairs, readFile, readValues);
  while (!cursor.done) {
    cursor.expect(',');
    readPair(cursor, pairs, readFile, readValues);
  }
  return pairs;
}

type Reader = (cursor: Cursor, readFile: ReadFile) => Parsed;

function readPair(cursor: Cursor, pairs: Map<string, Parsed>, readFile: ReadFile, read: Reader): void {
  const begin = cursor.at;
  const name = cursor.match(key) ?? '';
  if (name === '') cursor.fail('a key');
  const fromFile = cursor.take('@');
  cursor.expect('=');
  if (pairs.has(name)) {
    cursor.at = begin;
    cursor.fail(`another key than '${name}', which came before (a space, not a comma, begins the next structure)`);
  }
  pairs.set(name, read(cursor, fromFile ? readFile : (reference) => reference));
}

/** What follows a key at the top: there, commas make a list until a word turns out to be the next key. */
function readValues(cursor: Cursor, readFile: ReadFile): Parsed {
  if (cursor.next === '[' || cursor.next === '{') return readValue(cursor, readFile);
  const first = readFile(readWord(cursor));
  const rest: string[] = [];
  for (let word = nextInList(cursor); word !== undefined; word = nextInList(cursor)) rest.push(readFile(word));
  return rest.length === 0 ? first : [first, ...rest];
}

function nextInList(cursor: Cursor): string | undefined {
  const before = cursor.at;
  const word = cursor.take(',') ? readWordBeforeComma(cursor) : undefined;
  if (word === undefined) cursor.at = before;
  return word;
}

/** What stands within brackets and braces. */
function readValue(cursor: Cursor, readFile: ReadFile): Parsed {
  if (cursor.take('[')) return readList(cursor, readFile);
  if (cursor.take('{')) return readMap(cursor, readFile);
  return readFile(readWord(cursor));
}

function readList(cursor: Cursor, readFile: ReadFile): Parsed {
  const values: Parsed[] = [];
  while (!cursor.take(']')) {
    if (values.length > 0) cursor.expect(',');
    if (cursor.done) cursor.fail("']'");
    if (cursor.next !== ']') values.push(readValue(cursor, readFile));
  }
  return values;
}

function readMap(cursor: Cursor, readFile: ReadFile): Parsed {
  const pairs = new Map<string, Parsed>();
  while (!cursor.take('}')) {
    if (pairs.size > 0) cursor.expect(',');
    if (cursor.next !== '}') readPair(cursor, pairs, readFile, readValue);
  }
  return pairs;
}
