import type { PutObjectCommandInput } from '@aws-sdk/client-s3';
import { OptionError } from '@proj/core';
import type { BucketHome } from '../calls/bucket-home.js';
import { s3Facts } from '../facts/s3-facts.js';
import { withoutQuotes } from './object-info.js';
import { checkWriteOptions, quoted, type WriteOptions, wireAttributes } from './write-options.js';

/** An object as it was written. */
export interface WrittenObject {
  readonly key: string;
  readonly etag: string;
  readonly size: number;
  /** Where the bucket has versions. */
  readonly versionId: string | undefined;
}

/** Writes an object by one request. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export async function putObject(
  home: BucketHome,
  key: string,
  body: string | Uint8Array,
  options: WriteOptions,
): Promise<WrittenObject> {
  checkWriteOptions('put(body, options)', options);
  const size = sizeOf(body);
  const { ifMatch, ifNoneMatch, checksum, input } = options;
  const ask: PutObjectCommandInput = {
    ...wireAttributes(options),
    IfMatch: quoted(ifMatch),
    IfNoneMatch: ifNoneMatch,
    ChecksumAlgorithm: checksum,
    ...input,
    Bucket: home.name,
    Key: key,
    Body: body,
  };
  const { ETag, VersionId } = await home.call('putObject', (native) => native.putObject(ask), {
    ...options,
    timeout: options.timeout ?? timeFor(size),
  });
  return { key, etag: withoutQuotes(ETag), size, versionId: VersionId };
}

function sizeOf(body: string | Uint8Array): number {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) {
    throw new OptionError('put(body): give a text or bytes; streams and files go by upload()');
  }
  const size = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  if (size <= s3Facts.single) return size;
  throw new OptionError(`put(body): ${size} bytes are more than one request takes (${s3Facts.single}): use upload()`);
}

/** Bytes in a millisecond that the slowest line is expected to take. */
const slowest = 50;

/** Milliseconds that a request with so many bytes may take: a minute, and more for more than that lets through. */
export function timeFor(bytes: number): number | undefined {
  const needed = 60_000 + Math.ceil(bytes / slowest);
  return bytes < 1_000_000 ? undefined : Math.min(2_147_483_647, needed);
}
