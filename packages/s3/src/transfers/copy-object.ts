import type { CopyObjectCommandInput, S3 } from '@aws-sdk/client-s3';
import { s3Facts } from '../facts/s3-facts.js';
import { infoOf, type ObjectInfo, withoutQuotes } from '../objects/object-info.js';
import type { WrittenObject } from '../objects/put-object.js';
import { checkWriteOptions, quoted, wireAttributes } from '../objects/write-options.js';
import { changed, changesAttributes } from './copied-attributes.js';
import { copyByParts } from './copy-by-parts.js';
import { type CopyOptions, limitsOf, type Place, patientLimitsOf, sourceOf } from './copy-options.js';
import { checkConcurrency } from './part-size.js';

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
  const limits = patientLimitsOf(options);
  const answer = await to.home.call('copyObject', (native: S3) => native.copyObject(ask), limits);
  options.onProgress?.({ done: info.size, size: info.size });
  const etag = withoutQuotes(answer.CopyObjectResult?.ETag);
  return { key: to.key, etag, size: info.size, versionId: answer.VersionId };
}

async function headOf({ home, key }: Place, options: CopyOptions): Promise<ObjectInfo> {
  const ask = { Bucket: home.name, Key: key, VersionId: options.versionId };
  return infoOf(key, await home.call('headObject', (native) => native.headObject(ask), limitsOf(options)));
}
