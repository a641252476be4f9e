import type { CopyObjectCommandInput, CreateMultipartUploadCommandInput, S3 } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { s3Facts } from '../facts/s3-facts.js';
import { infoOf, type ObjectInfo, withoutQuotes } from '../objects/object-info.js';
import type { WrittenObject } from '../objects/put-object.js';
import {
  type Attributes,
  checkWriteOptions,
  quoted,
  type WriteOptions,
  wireAttributes,
} from '../objects/write-options.js';
import { checkConcurrency, partSizeFor, partsOf } from './part-size.js';
import { ProgressCount, type ProgressListener } from './progress.js';

/**
 * How an object is copied. What is named of its attributes is changed in the copy; the others are kept.
 *
 * @example
 * ```ts
 * const options: CopyOptions = { storageClass: 'STANDARD_IA' };
 * ```
 */
export interface CopyOptions extends Omit<WriteOptions, 'input'> {
  /** Which version is copied. @defaultValue what is there now */
  readonly versionId?: string | undefined;
  /** Parts at once, of what is larger than 5 GiB. @defaultValue 4 */
  readonly concurrency?: number | undefined;
  readonly onProgress?: ProgressListener | undefined;
  /** Anything else that CopyObject takes. */
  readonly input?: Partial<CopyObjectCommandInput> | undefined;
}

/** An object that is copied, or is to be written. */
export interface Place {
  readonly home: BucketHome;
  readonly key: string;
}

/** Copies an object without its bytes coming here: by one request up to 5 GiB, else by parts. The destination's region does it, and reads from the source's. */
export async function copyObject(from: Place, to: Place, options: CopyOptions): Promise<WrittenObject> {
  checkWriteOptions('copyTo(object, options)', options, ['versionId', 'concurrency', 'onProgress']);
  checkConcurrency(options.concurrency);
  const info = await headOf(from, options);
  return info.size > s3Facts.single ? copyByParts(from, to, info, options) : copyAtOnce(from, to, info, options);
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html */
async function copyAtOnce(from: Place, to: Place, info: ObjectInfo, options: CopyOptions): Promise<WrittenObject> {
  const ask: CopyObjectCommandInput = {
    ...wireAttributes(changed(info, options)),
    ...(changesAttributes(options) ? { MetadataDirective: 'REPLACE' } : {}),
    ...(options.tags === undefined ? {} : { TaggingDirective: 'REPLACE' }),
    ChecksumAlgorithm: options.checksum,
    IfMatch: quoted(options.ifMatch),
    IfNoneMatch: options.ifNoneMatch,
    ...options.input,
    ...sourceOf(from, info, options),
    Bucket: to.home.name,
    Key: to.key,
  };
  const limits = { signal: options.signal, timeout: options.timeout ?? 600_000 };
  const answer = await to.home.call('copyObject', (native: S3) => native.copyObject(ask), limits);
  options.onProgress?.({ done: info.size, size: info.size });
  const etag = withoutQuotes(answer.CopyObjectResult?.ETag);
  return { key: to.key, etag, size: info.size, versionId: answer.VersionId };
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/CopyingObjectsMPUapi.html */
async function copyByParts(from: Place, to: Place, info: ObjectInfo, options: CopyOptions): Promise<WrittenObject> {
  const limits = limitsOf(options);
  const begin: CreateMultipartUploadCommandInput = {
    ...wireAttributes(kept(info, options)),
    ChecksumAlgorithm: options.checksum,
    Bucket: to.home.name,
    Key: to.key,
  };
  const { UploadId } = await to.home.call(
    'createMultipartUpload',
    (native) => native.createMultipartUpload(begin),
    limits,
  );
  const id = { Bucket: to.home.name, Key: to.key, UploadId };
  try {
    const Parts = await copyParts(from, to, { info, UploadId }, options);
    const ask = {
      ...id,
      MultipartUpload: { Parts },
      IfMatch: quoted(options.ifMatch),
      IfNoneMatch: options.ifNoneMatch,
    };
    const answer = await to.home.call('completeMultipartUpload', (native) => native.completeMultipartUpload(ask), {
      ...limits,
      timeout: options.timeout ?? 600_000,
    });
    return { key: to.key, etag: withoutQuotes(answer.ETag), size: info.size, versionId: answer.VersionId };
  } catch (error) {
    await to.home
      .call('abortMultipartUpload', (native) => native.abortMultipartUpload(id), {})
      .catch(() => 'told above');
    throw error;
  }
}

interface CopiedPart {
  readonly PartNumber: number;
  readonly ETag: string | undefined;
}

/** Bytes of a part of a copy: as no byte comes here, large ones cost nothing. */
const copyPart = 512 * 2 ** 20;

/** How many parts a copy of so many bytes has, where it has any. */
export function copyPartCount(size: number): number {
  return partsOf(size, partSizeFor(size, copyPart));
}

async function copyParts(
  from: Place,
  to: Place,
  { info, UploadId }: { readonly info: ObjectInfo; readonly UploadId: string | undefined },
  options: CopyOptions,
): Promise<CopiedPart[]> {
  const partSize = partSizeFor(info.size, copyPart);
  const count = partsOf(info.size, partSize);
  const progress = new ProgressCount(options.onProgress, info.size);
  const parts: CopiedPart[] = [];
  let next = 1;
  const work = async (): Promise<void> => {
    while (next <= count) {
      const PartNumber = next;
      next += 1;
      const start = (PartNumber - 1) * partSize;
      const end = Math.min(start + partSize, info.size) - 1;
      const ask = {
        Bucket: to.home.name,
        Key: to.key,
        UploadId,
        PartNumber,
        CopySourceRange: `bytes=${start}-${end}`,
        ...sourceOf(from, info, options),
      };
      const limits = { signal: options.signal, timeout: options.timeout ?? 600_000 };
      const { CopyPartResult } = await to.home.call('uploadPartCopy', (native) => native.uploadPartCopy(ask), limits);
      parts.push({ PartNumber, ETag: CopyPartResult?.ETag });
      progress.add(end - start + 1);
    }
  };
  const workers = Array.from({ length: Math.min(checkConcurrency(options.concurrency), count) }, () =>
    work().catch((error: unknown) => {
      next = count + 1;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return parts.sort((a, b) => a.PartNumber - b.PartNumber);
}

async function headOf({ home, key }: Place, options: CopyOptions): Promise<ObjectInfo> {
  const ask = { Bucket: home.name, Key: key, VersionId: options.versionId };
  return infoOf(key, await home.call('headObject', (native) => native.headObject(ask), limitsOf(options)));
}

/** The same object to the end: a copy of half of one and half of another is none. */
function sourceOf(
  { home, key }: Place,
  { etag }: ObjectInfo,
  { versionId }: CopyOptions,
): { CopySource: string; CopySourceIfMatch: string } {
  const path = [home.name, ...key.split('/')].map(encodeURIComponent).join('/');
  const version = versionId === undefined ? '' : `?versionId=${encodeURIComponent(versionId)}`;
  return { CopySource: `${path}${version}`, CopySourceIfMatch: `"${etag}"` };
}

const replaced: readonly (keyof Attributes)[] = [
  'contentType',
  'contentEncoding',
  'contentDisposition',
  'contentLanguage',
  'cacheControl',
  'metadata',
  'websiteRedirect',
];

/** S3 replaces all of these or none. */
function changesAttributes(options: CopyOptions): boolean {
  return replaced.some((name) => options[name] !== undefined);
}

function changed(info: ObjectInfo, options: CopyOptions): Attributes {
  return changesAttributes(options) ? kept(info, options) : options;
}

/** What the source has, with what is named in its place. */
function kept(info: ObjectInfo, options: CopyOptions): Attributes {
  const { contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl, metadata } = info;
  const named = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return { contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl, metadata, ...named };
}

function limitsOf({ signal, timeout }: CopyOptions): RequestOptions {
  return { signal, timeout };
}
