import { readLine } from './dump-line.js';
import { type DumpSource, splitLines } from './split-lines.js';

/**
 * How far a dump came: from where to go on.
 *
 * @example
 * ```ts
 * const position: DumpPosition = await dumpPosition(createReadStream('books.ndjson'));
 * ```
 */
export interface DumpPosition {
  /** How many bytes are whole lines: what comes behind them was cut off, and is to be cut away before more is appended. */
  readonly bytes: number;
  /** How many whole lines there are. */
  readonly lines: number;
  /** Of each domain that was begun, the name of the last item; `''` where there is none yet. */
  last(region: string, domain: string): string | undefined;
}

/**
 * Reads how far a dump came that was interrupted. It keeps one name for each domain, however long the dump is.
 *
 * @throws DumpFormatError for a line, other than a last one that was cut off, that is none of a dump
 *
 * @example
 * ```ts
 * const resume = await dumpPosition(createReadStream(file));
 * await truncate(file, resume.bytes);
 * await pipeline(everywhere.dump({ resume }), createWriteStream(file, { flags: 'a' }));
 * ```
 */
export async function dumpPosition(source: DumpSource): Promise<DumpPosition> {
  const names = new Map<string, string>();
  let [bytes, lines] = [0, 0];
  for await (const line of splitLines(source)) {
    if (!line.whole) break;
    bytes += line.bytes;
    lines += 1;
    if (line.text === '') continue;
    const { region, domain, name } = readLine(line.text, line.number);
    const key = keyOf(region, domain);
    names.set(key, name ?? names.get(key) ?? '');
  }
  return { bytes, lines, last: (region, domain) => names.get(keyOf(region, domain)) };
}

/** Neither has a space. */
function keyOf(region: string, domain: string): string {
  return `${region} ${domain}`;
}
