import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { BucketHome } from '../calls/bucket-home.js';
import { infoOf, type ObjectInfo } from '../objects/object-info.js';
import { checkDownloadOptions, type DownloadedFile, type DownloadOptions } from './download-options.js';
import { downloadRanges } from './download-ranges.js';
import { checkConcurrency } from './part-size.js';
import { ProgressCount } from './progress.js';
import { verifyFile } from './verify-file.js';

/** Bytes of a range: none is so small that its request costs more than its bytes, or so large that others have nothing to do. */
const smallest = 8 * 2 ** 20;
const largest = 64 * 2 ** 20;

/** Where an object is. */
interface Source {
  readonly home: BucketHome;
  readonly key: string;
}

/**
 * Downloads an object into a file beside the one that is asked for, which it takes the place of when all has come and is what it should be.
 *
 * @throws ChecksumError; what the file system says
 */
export async function downloadFile(from: Source, path: string, options: DownloadOptions): Promise<DownloadedFile> {
  checkDownloadOptions('downloadFile(path, options)', options);
  const info = await headOf(from, options);
  const parts = options.partSize === undefined ? await partSizeOf(from, info, options) : undefined;
  const concurrency = checkConcurrency(options.concurrency);
  const rangeSize = options.partSize ?? rangeSizeFor(info.size, concurrency, parts);
  const beside = `${path}.${randomUUID()}.part`;
  const file = await open(beside, 'wx+');
  try {
    const progress = new ProgressCount(options.onProgress, info.size);
    const terms = { ...from, info, file, rangeSize, unit: parts ?? rangeSize, concurrency, options, progress };
    const ranges = await downloadRanges(terms);
    const checked = await verifyFile(file, info, ranges, parts !== undefined);
    await file.close();
    await rename(beside, path);
    return { path, size: info.size, etag: info.etag, checked };
  } catch (error) {
    await file.close().catch(() => 'it was closed');
    await rm(beside, { force: true });
    throw error;
  }
}

async function headOf({ home, key }: Source, options: DownloadOptions, PartNumber?: number): Promise<ObjectInfo> {
  const { versionId: VersionId, signal, timeout } = options;
  const ask = { Bucket: home.name, Key: key, VersionId, PartNumber, ChecksumMode: 'ENABLED' as const };
  return infoOf(key, await home.call('headObject', (native) => native.headObject(ask), { signal, timeout }));
}

/** Bytes of the object's parts, where its checksum is one of theirs and they are alike; else `undefined`. */
async function partSizeOf(from: Source, info: ObjectInfo, options: DownloadOptions): Promise<number | undefined> {
  const [, count] = /-(\d+)$/.exec(info.checksums['CRC32'] ?? '') ?? [];
  if (count === undefined) return undefined;
  const { size } = await headOf(from, options, 1);
  const areAlike = size > 0 && Math.ceil(info.size / size) === Number(count);
  return areAlike ? size : undefined;
}

/** A share for each that is at once, of whole parts where the object has any. */
function rangeSizeFor(size: number, concurrency: number, part = smallest): number {
  const wanted = Math.min(largest, Math.max(smallest, size / concurrency));
  return Math.max(1, Math.round(wanted / part)) * part;
}
