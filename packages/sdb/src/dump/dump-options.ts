import { type ReadOptions, readOptionNames } from '../calls/request-options.js';
import type { DumpPosition } from './dump-position.js';

/**
 * How a dump is made.
 *
 * @example
 * ```ts
 * const options: DumpOptions = { resume: await dumpPosition(createReadStream('books.ndjson')) };
 * ```
 */
export interface DumpOptions extends Omit<ReadOptions, 'consistent'> {
  /** How far a dump before came, to go on from there. @defaultValue the beginning */
  readonly resume?: DumpPosition | undefined;
  /** Whether everything that was written before is seen. @defaultValue true */
  readonly consistent?: boolean | undefined;
}

/** The names of {@link DumpOptions}. */
export const dumpOptionNames: readonly string[] = ['resume', ...readOptionNames];
