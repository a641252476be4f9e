import { givenAcl } from '../access/given-acl.js';
import { encryptionHeaders } from '../buckets/encryption.js';
import { S3_LIMITS } from '../errors/limits.js';
import { S3Error } from '../errors/s3-error.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import type { ObjectTerms } from '../store/object-version.js';
import { tagsOfHeader } from '../tags/tags.js';
import { isHeaderText } from '../wire/header-text.js';

const KEPT = [
  'cache-control',
  'content-disposition',
  'content-language',
  'content-type',
  'expires',
  'x-amz-website-redirect-location',
];
const STORAGE_CLASSES: ReadonlySet<string> = new Set([
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'GLACIER_IR',
]);

/** What the headers of a call say of the object that it puts. Throws an S3Error for what cannot be. */
export function objectTerms(call: S3Call, bucket: Bucket): ObjectTerms {
  checkKey(call.key);
  return {
    headers: { ...keptHeaders(call), ...ownEncryption(call, bucket) },
    storageClass: storageClass(call.header('x-amz-storage-class')),
    tags: tagsOfHeader(call.header('x-amz-tagging')),
    acl: givenAcl(call, bucket, call.account.id || bucket.owner),
  };
}

/** The headers that come back with the object. */
function keptHeaders({ parts: { headers } }: S3Call): Record<string, string> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  let metadata = 0;
  for (const [name, value] of headers) {
    if (KEPT.includes(name)) kept[name] = headerText(value);
    if (!name.startsWith('x-amz-meta-')) continue;
    kept[name] = headerText(value);
    metadata += name.length - 'x-amz-meta-'.length + value.length;
  }
  if (metadata > S3_LIMITS.metadata) throw metadataTooLarge(metadata);
  const encoding = contentEncoding(headers.get('content-encoding'));
  return encoding === undefined ? kept : { ...kept, 'content-encoding': encoding };
}

/** The storage class of this name. Throws an S3Error when there is none. */
function storageClass(name = 'STANDARD'): string {
  if (STORAGE_CLASSES.has(name)) return name;
  throw new S3Error('InvalidStorageClass', 'The storage class you specified is not valid', 400, {
    details: { StorageClassRequested: name },
  });
}

/** Headers have letters of ISO-8859-1 only: what forms have beyond, is written as mails do. */
function headerText(value: string): string {
  if (isHeaderText(value)) return value;
  return `=?UTF-8?B?${Buffer.from(value).toString('base64')}?=`;
}

function checkKey(key: string): void {
  const size = Buffer.byteLength(key);
  if (size <= S3_LIMITS.key) return;
  throw new S3Error('KeyTooLongError', 'Your key is too long', 400, {
    details: { Size: size, MaxSizeAllowed: S3_LIMITS.key },
  });
}

/** `aws-chunked` is of the way, not of the object. */
function contentEncoding(given: string | undefined): string | undefined {
  const left = (given ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== 'aws-chunked');
  return left.length > 0 ? left.join(',') : undefined;
}

function ownEncryption({ parts: { headers } }: S3Call, bucket: Bucket): Record<string, string> {
  const given = [...headers].filter(
    ([name]) => name.startsWith('x-amz-server-side-encryption') && !name.endsWith('-context'),
  );
  return given.length > 0 ? Object.fromEntries(given) : encryptionHeaders(bucket);
}

function metadataTooLarge(size: number): S3Error {
  return new S3Error('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size', 400, {
    details: { Size: size, MaxSizeAllowed: S3_LIMITS.metadata },
  });
}
