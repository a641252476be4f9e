import { DumpFormatError } from './dump-format-error.js';
import { type DumpLine, readLine } from './dump-line.js';
import { type DumpSource, type RawLine, splitLines } from './split-lines.js';

/** Lines that are loaded together. */
export interface Chunk {
  readonly lines: readonly { readonly line: DumpLine; readonly number: number }[];
  /** How many lines of the dump end with them. */
  readonly reached: number;
}

const mostLines = 1_000;
const mostBytes = 8 * 1_048_576;

/**
 * The lines behind those that are skipped, in pieces that memory has room for.
 *
 * @throws DumpFormatError for a line that is none of a dump, once those before it are given
 */
export async function* chunksOf(source: DumpSource, skipLines: number): AsyncGenerator<Chunk, void, undefined> {
  let lines: Chunk['lines'][number][] = [];
  let [bytes, reached] = [0, 0];
  const take = (): Chunk => {
    const chunk = { lines, reached };
    lines = [];
    bytes = 0;
    return chunk;
  };
  for await (const raw of splitLines(source)) {
    if (raw.number > skipLines && raw.text.trim() !== '') {
      const line = tryLine(raw);
      if (line instanceof DumpFormatError) {
        yield take();
        throw line;
      }
      lines.push({ line, number: raw.number });
      bytes += raw.bytes;
    }
    reached = raw.number;
    if (lines.length >= mostLines || bytes >= mostBytes) yield take();
  }
  yield take();
}

function tryLine({ text, number }: RawLine): DumpLine | DumpFormatError {
  try {
    return readLine(text, number);
  } catch (error) {
    if (error instanceof DumpFormatError) return error;
    throw error;
  }
}
