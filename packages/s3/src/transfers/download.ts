import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import type { BucketHome } from '../calls/bucket-home.js';
import { infoOf, type ObjectInfo } from '../objects/object-info.js';
import { checkDownloadOptions, type DownloadedFile, type DownloadOptions } from './download-options.js';
import { downloadRanges } from './download-ranges.js';
import { checkConcurrency } from './part-size.js';
import { ProgressCount } from './progress.js';
import { verifyFile } from './verify-file.js';

const usual = 8 * 2 ** 20;
/** Parts of a size between these are downloaded as what they are, so that their own checksums can be compared. */
const smallestPart = 5 * 2 ** 20;
const largestPart = 256 * 2 ** 20;

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
  const partSize = options.partSize ?? parts ?? usual;
  const beside = `${path}.${randomUUID()}.part`;
  const file = await open(beside, 'wx+');
  try {
    const progress = new ProgressCount(options.onProgress, info.size);
    const concurrency = checkConcurrency(options.concurrency);
    const terms = { ...from, info, file, partSize, concurrency, options, progress };
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
  return areAlike && (size >= smallestPart || count === '1') && size <= largestPart ? size : undefined;
}
