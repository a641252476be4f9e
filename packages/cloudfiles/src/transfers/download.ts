import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { requestOptionsOf } from '../calls/request-options.js';
import { ChecksumError } from '../errors/checksum-error.js';
import { headObject } from '../objects/get-object.js';
import type { ObjectInfo } from '../objects/object-info.js';
import { type ObjectPlace, titleOf } from '../objects/object-place.js';
import { checkDownloadOptions, type DownloadedFile, type DownloadOptions } from './download-options.js';
import { downloadRanges, type Range } from './download-ranges.js';
import { type Segment, segmentsOf } from './manifest.js';
import { ProgressCount } from './progress.js';
import { checkConcurrency } from './segment-size.js';

const usual = 16 * 2 ** 20;

/**
 * Downloads an object into a file beside the one that is asked for, which it takes the place of when all has come and is what it should be.
 *
 * @throws ChecksumError; what the file system says
 */
export async function downloadFile(
  place: ObjectPlace,
  path: string,
  options: DownloadOptions,
): Promise<DownloadedFile> {
  checkDownloadOptions('downloadFile(path, options)', options);
  const info = await headObject(place, requestOptionsOf(options));
  const beside = `${path}.${randomUUID()}.part`;
  const file = await open(beside, 'wx+');
  try {
    const checked = await fill(file, place, info, options);
    await file.close();
    await rename(beside, path);
    return { path, size: info.size, etag: info.etag, checked };
  } catch (error) {
    await file.close().catch(() => 'it was closed');
    await rm(beside, { force: true });
    throw error;
  }
}

async function fill(
  file: FileHandle,
  place: ObjectPlace,
  info: ObjectInfo,
  options: DownloadOptions,
): Promise<DownloadedFile['checked']> {
  const segments = info.kind === 'static' ? await segmentsOf(place, requestOptionsOf(options)) : [];
  const bySegments = segmentRanges(info, segments);
  const ranges = bySegments ?? evenRanges(info.size, options.rangeSize ?? usual);
  const progress = new ProgressCount(options.onProgress, info.size);
  const concurrency = checkConcurrency(options.concurrency);
  const sums = await downloadRanges({ place, etag: info.etag, ranges, file, concurrency, options, progress });
  if (bySegments !== undefined) return 'MD5';
  if (info.kind !== 'plain') return 'size';
  const actual = sums.length === 1 ? sums[0] : await md5Of(file);
  if (actual !== info.etag) throw new ChecksumError(titleOf(place), info.etag, actual ?? '');
  return 'MD5';
}

/** The object's own segments, whose MD5s are known; `undefined` where it has none, or those of another object are its. */
function segmentRanges(info: ObjectInfo, segments: readonly Segment[]): readonly Range[] | undefined {
  const sizes = segments.reduce((sum, { size }) => sum + size, 0);
  if (segments.length === 0 || sizes !== info.size || !segments.every(({ isSimple }) => isSimple)) return undefined;
  const etag = createHash('md5')
    .update(segments.map((segment) => segment.etag).join(''))
    .digest('hex');
  // The manifest may be a newer one than the head that came before it.
  if (etag !== info.etag) return undefined;
  let start = 0;
  return segments.map(({ size, etag: md5 }) => {
    const range = { start, size, md5 };
    start += size;
    return range;
  });
}

function evenRanges(size: number, rangeSize: number): readonly Range[] {
  const count = Math.ceil(size / rangeSize);
  return Array.from({ length: count }, (_, index) => {
    const start = index * rangeSize;
    return { start, size: Math.min(rangeSize, size - start), md5: undefined };
  });
}

/** Of ranges that came side by side, the MD5 of the whole can be had of the file alone. */
async function md5Of(file: FileHandle): Promise<string> {
  const hash = createHash('md5');
  const buffer = Buffer.allocUnsafeSlow(2 ** 20);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, position);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}
