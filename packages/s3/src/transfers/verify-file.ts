import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { ObjectInfo } from '../objects/object-info.js';
import { ChecksumError } from './checksum-error.js';
import { base64Of, type Checksum, composite, join, nothing } from './crc32.js';
import type { DownloadedFile } from './download-options.js';

/** Compares what came to what the service keeps of the object. @throws ChecksumError */
export async function verifyFile(
  file: FileHandle,
  info: ObjectInfo,
  ranges: readonly Checksum[],
  areParts: boolean,
): Promise<DownloadedFile['checked']> {
  const { CRC32: expected } = info.checksums;
  if (expected !== undefined) {
    const found = crcLike(expected, ranges, areParts);
    if (found !== undefined) return compared(info, 'CRC32', expected, found);
  }
  if (/^[0-9a-f]{32}$/.test(info.etag) && info.isEncryptedByKey === false) {
    return compared(info, 'MD5', info.etag, await md5Of(file, info.size));
  }
  return 'size';
}

/** Of the whole, or of the parts where the ranges were those. */
function crcLike(expected: string, ranges: readonly Checksum[], areParts: boolean): string | undefined {
  if (!expected.includes('-')) return base64Of(ranges.reduce(join, nothing));
  return areParts ? composite(ranges) : undefined;
}

function compared(
  { key }: ObjectInfo,
  algorithm: 'CRC32' | 'MD5',
  expected: string,
  found: string,
): DownloadedFile['checked'] {
  if (found !== expected) throw new ChecksumError(JSON.stringify(key), algorithm, expected, found);
  return algorithm;
}

async function md5Of(file: FileHandle, size: number): Promise<string> {
  const hash = createHash('md5');
  const buffer = Buffer.allocUnsafe(2 ** 20);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.byteLength, at);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
  return hash.digest('hex');
}
