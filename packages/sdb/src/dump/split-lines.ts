import { DumpFormatError } from './dump-format-error.js';

/**
 * What a dump is read from: texts or bytes, cut anywhere, such as a file's stream or what `dump()` gives.
 *
 * @example
 * ```ts
 * const source: DumpSource = createReadStream('books.ndjson');
 * ```
 */
export type DumpSource = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** A line, without its line feed. */
export interface RawLine {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** With its line feed. */
  readonly bytes: number;
  /** Whether it has its line feed: the last line of a file that was cut off has none. */
  readonly whole: boolean;
}

/** The largest item, each character of it escaped, is shorter. */
const longest = 16 * 1_048_576;
const lineFeed = 0x0a;

/** @throws DumpFormatError for a line longer than any item */
export async function* splitLines(source: DumpSource): AsyncGenerator<RawLine, void, undefined> {
  let number = 0;
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (whole: boolean): RawLine => {
    const text = Buffer.concat(parts).toString();
    const line = { text, number, bytes: size + (whole ? 1 : 0), whole };
    parts = [];
    size = 0;
    return line;
  };
  const keep = (part: Uint8Array): void => {
    size += part.length;
    if (size > longest) throw new DumpFormatError(number + 1, `is longer than ${longest} bytes: it is no item`);
    if (part.length > 0) parts.push(part);
  };
  for await (const chunk of source) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let from = 0;
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
      keep(bytes.subarray(from, end));
      number += 1;
      yield take(true);
      from = end + 1;
    }
    keep(bytes.subarray(from));
  }
  if (size > 0) {
    number += 1;
    yield take(false);
  }
}
