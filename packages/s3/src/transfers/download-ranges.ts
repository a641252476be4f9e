import { setMaxListeners } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { BucketHome } from '../calls/bucket-home.js';
import type { ObjectInfo } from '../objects/object-info.js';
import type { Checksum } from './crc32.js';
import type { DownloadOptions } from './download-options.js';
import { FileWriter } from './file-writer.js';
import { getRange } from './get-range.js';
import type { ProgressCount } from './progress.js';

/** How often a range is asked for again that brought nothing more. */
const attempts = 5;

/** What is downloaded, and to where. */
export interface RangesTerms {
  readonly home: BucketHome;
  readonly info: ObjectInfo;
  readonly file: FileHandle;
  /** Bytes of a range, and of a checksum, of which a range has one or several. */
  readonly rangeSize: number;
  readonly unit: number;
  readonly concurrency: number;
  readonly options: DownloadOptions;
  readonly progress: ProgressCount;
}

/** Downloads an object by ranges, some at once, and gives the checksums of its units. A range that breaks off is gone on with where it did. */
export async function downloadRanges(terms: RangesTerms): Promise<readonly Checksum[]> {
  const { info, rangeSize, concurrency } = terms;
  const count = Math.ceil(info.size / rangeSize);
  const checksums: (readonly Checksum[])[] = Array.from({ length: count }, () => []);
  const leaving = new AbortController();
  setMaxListeners(0, leaving.signal);
  let next = 0;
  const work = async (): Promise<void> => {
    const writer = new FileWriter(terms.file);
    while (next < count && !leaving.signal.aborted) {
      const index = next;
      next += 1;
      checksums[index] = await downloadRange(terms, index, writer, leaving.signal);
    }
  };
  const workers = Array.from({ length: Math.min(concurrency, count) }, () =>
    work().catch((error: unknown) => {
      leaving.abort();
      throw error;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return checksums.flat();
}

async function downloadRange(
  terms: RangesTerms,
  index: number,
  writer: FileWriter,
  leaving: AbortSignal,
): Promise<readonly Checksum[]> {
  const { info, rangeSize, unit, progress } = terms;
  const start = index * rangeSize;
  const length = Math.min(rangeSize, info.size - start);
  writer.place(start, unit);
  for (let fruitless = 0; ; ) {
    const before = writer.taken;
    try {
      await writer.take(await openRange(terms, { from: start + before, to: start + length - 1 }, leaving));
    } catch (error) {
      fruitless = writer.taken > before ? 0 : fruitless + 1;
      if (fruitless >= attempts || !isCut(error) || leaving.aborted || terms.options.signal?.aborted) throw error;
    } finally {
      progress.add(writer.taken - before);
    }
    if (writer.taken === length) return writer.checksums;
  }
}

/** The object must be the same one to its last byte, so each range asks for its ETag. */
async function openRange(
  { home, info, options }: RangesTerms,
  { from, to }: { readonly from: number; readonly to: number },
  leaving: AbortSignal,
): Promise<Readable> {
  const ask = {
    Bucket: home.name,
    Key: info.key,
    VersionId: options.versionId,
    IfMatch: `"${info.etag}"`,
    Range: `bytes=${from}-${to}`,
  };
  const signal = options.signal === undefined ? leaving : AbortSignal.any([options.signal, leaving]);
  const stream = await home.call('getObject', (native) => getRange(native, ask), { signal, timeout: options.timeout });
  // The call has ended with the head of the answer, and what ends the call ends its body no more.
  const stop = (): void => void stream.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  stream.once('close', () => signal.removeEventListener('abort', stop));
  return stream;
}

/** Whether the connection ended in the middle of an answer; an answer that says no is final. */
function isCut(error: unknown): boolean {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode === undefined;
}
