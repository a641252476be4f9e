import { setMaxListeners } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { ChangedError, isChangedError } from '../errors/changed-error.js';
import { ChecksumError } from '../errors/checksum-error.js';
import { isHttpStatusError } from '../errors/http-status-error.js';
import { withoutQuotes } from '../headers/numbers.js';
import { askForBytes } from '../objects/get-object.js';
import { type ObjectPlace, titleOf } from '../objects/object-place.js';
import { wireError } from '../wire/connections.js';
import type { DownloadOptions } from './download-options.js';
import { FileWriter } from './file-writer.js';
import type { ProgressCount } from './progress.js';

/** How often a range is asked for again that brought nothing more. */
const attempts = 5;

/** Bytes of an object that are read by one request; with the MD5 that they have to have, where that is known. */
export interface Range {
  readonly start: number;
  readonly size: number;
  readonly md5: string | undefined;
}

/** What is downloaded, and to where. */
export interface RangesTerms {
  readonly place: ObjectPlace;
  readonly etag: string;
  readonly ranges: readonly Range[];
  readonly file: FileHandle;
  readonly concurrency: number;
  readonly options: DownloadOptions;
  readonly progress: ProgressCount;
}

/** Downloads ranges, some at once, and gives the MD5 of each. One that breaks off is gone on with where it did. @throws ChecksumError */
export async function downloadRanges(terms: RangesTerms): Promise<readonly string[]> {
  const { ranges, concurrency } = terms;
  const sums: string[] = ranges.map(() => '');
  const leaving = new AbortController();
  setMaxListeners(0, leaving.signal);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let range = ranges[next]; range !== undefined && !leaving.signal.aborted; range = ranges[next]) {
      const index = next;
      next += 1;
      sums[index] = await downloadRange(terms, range, leaving.signal);
    }
  };
  const workers = Array.from({ length: Math.min(concurrency, ranges.length) }, () =>
    work().catch((error: unknown) => {
      leaving.abort();
      throw error;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return sums;
}

async function downloadRange(terms: RangesTerms, range: Range, leaving: AbortSignal): Promise<string> {
  const { file, progress, place } = terms;
  const writer = new FileWriter(file, range.start);
  for (let fruitless = 0; writer.bytes < range.size; ) {
    const before = writer.bytes;
    try {
      await takeRest(terms, range, writer, leaving);
    } catch (error) {
      fruitless = writer.bytes > before ? 0 : fruitless + 1;
      if (fruitless >= attempts || !isCut(error) || leaving.aborted || terms.options.signal?.aborted) throw error;
    } finally {
      progress.add(writer.bytes - before);
    }
  }
  const actual = writer.md5();
  if (range.md5 !== undefined && range.md5 !== actual) throw new ChecksumError(titleOf(place), range.md5, actual);
  return actual;
}

/** The object must be the same one to its last byte. A condition would do, but Swift refuses the copy of an object in segments by its own ETag. */
async function takeRest(terms: RangesTerms, range: Range, writer: FileWriter, leaving: AbortSignal): Promise<void> {
  const { place, options, etag } = terms;
  const signal = options.signal === undefined ? leaving : AbortSignal.any([options.signal, leaving]);
  const asked = { start: range.start + writer.bytes, end: range.start + range.size - 1 };
  const { timeout } = options;
  const { body, headers } = await askForBytes(place, { range: asked, signal, timeout });
  if (withoutQuotes(headers['etag']) !== etag) {
    body.destroy();
    throw new ChangedError(titleOf(place));
  }
  try {
    await writer.take(body);
  } catch (error) {
    throw wireError('downloadFile', place.region.name, error);
  }
}

/** Whether the connection ended in the middle of an answer; an answer that says no is final. */
function isCut(error: unknown): boolean {
  return !isHttpStatusError(error) && !isChangedError(error);
}
