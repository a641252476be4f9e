import { createHash } from 'node:crypto';
import { OptionError } from '@proj/core';
import { requestOptionsOf } from '../calls/request-options.js';
import { ChecksumError } from '../errors/checksum-error.js';
import { withoutQuotes } from '../headers/numbers.js';
import { ask } from '../wire/ask.js';
import { type ObjectPlace, objectPath, titleOf } from './object-place.js';
import { attributeHeaders, checkWriteOptions, type WriteOptions } from './write-options.js';

/** An object as it was written. */
export interface WrittenObject {
  readonly name: string;
  /** Without quotes. The MD5 of the bytes, or of an object in segments that of their ETags. */
  readonly etag: string;
  readonly size: number;
  /** Where versions are kept by their ids. */
  readonly versionId: string | undefined;
}

/** Writes an object by one request, with its MD5, so that the service refuses what did not come as it was sent. */
export async function putObject(
  place: ObjectPlace,
  body: string | Uint8Array,
  options: WriteOptions,
): Promise<WrittenObject> {
  checkWriteOptions('put(body, options)', options);
  const bytes = bytesOf(body, place.region.facts.single);
  const md5 = createHash('md5').update(bytes).digest('hex');
  const { ifNoneMatch, timeout = timeFor(bytes.byteLength), signal } = options;
  const headers = { ...attributeHeaders(options), etag: md5, 'if-none-match': ifNoneMatch };
  const request = { operation: 'put', method: 'PUT', path: objectPath(place), headers, body: bytes };
  const isSentOnce = ifNoneMatch !== undefined;
  const answer = await ask(place.region, { ...request, isSentOnce }, requestOptionsOf({ timeout, signal }));
  const etag = withoutQuotes(answer['etag']) || md5;
  if (etag !== md5) throw new ChecksumError(titleOf(place), etag, md5);
  const versionId = answer['x-object-version-id'];
  return { name: place.name, etag, size: bytes.byteLength, versionId };
}

function bytesOf(body: string | Uint8Array, most: number): Uint8Array {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw new OptionError('put(body): give a text or bytes; streams and files go by upload()');
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (bytes.byteLength <= most) return bytes;
  throw new OptionError(`put(body): ${bytes.byteLength} bytes are more than one request takes (${most}): use upload()`);
}

/** Bytes in a millisecond that the slowest line is expected to take. */
const slowest = 50;

/** Milliseconds that a request with so many bytes may take: a minute, and more for more than that lets through. */
function timeFor(bytes: number): number | undefined {
  const needed = 60_000 + Math.ceil(bytes / slowest);
  return bytes < 1_000_000 ? undefined : Math.min(2_147_483_647, needed);
}
