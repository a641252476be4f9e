import type {
  ChecksumAlgorithm,
  ObjectCannedACL,
  PutObjectCommandInput,
  ServerSideEncryption,
  StorageClass,
} from '@aws-sdk/client-s3';
import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { type RequestOptions, requestOptionNames } from '../calls/request-options.js';

/** What an object is written with beside its bytes. */
export interface Attributes {
  /** @defaultValue `application/octet-stream`, as S3 has it */
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly contentLanguage?: string | undefined;
  readonly cacheControl?: string | undefined;
  /** The user's own: names come back in small letters. */
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly storageClass?: StorageClass | undefined;
  /** A canned ACL, where the bucket has ACLs. */
  readonly acl?: ObjectCannedACL | undefined;
  readonly encryption?: ServerSideEncryption | undefined;
  readonly kmsKeyId?: string | undefined;
  readonly websiteRedirect?: string | undefined;
}

/**
 * How an object is written.
 *
 * @example
 * ```ts
 * const options: WriteOptions = { contentType: 'application/json', ifNoneMatch: '*' };
 * ```
 */
export interface WriteOptions extends Attributes, RequestOptions {
  /** `*`: only where there is no such object, else a `PreconditionFailed` of the SDK's. */
  readonly ifNoneMatch?: '*' | undefined;
  /** Only over the object with this ETag. */
  readonly ifMatch?: string | undefined;
  /** What the service checks the bytes by, and keeps. @defaultValue CRC32 */
  readonly checksum?: ChecksumAlgorithm | undefined;
  /** Anything else that PutObject takes. */
  readonly input?: Partial<PutObjectCommandInput> | undefined;
}

const attributeNames: readonly (keyof Attributes)[] = [
  'contentType',
  'contentEncoding',
  'contentDisposition',
  'contentLanguage',
  'cacheControl',
  'metadata',
  'tags',
  'storageClass',
  'acl',
  'encryption',
  'kmsKeyId',
  'websiteRedirect',
];

/** The names of {@link WriteOptions}. */
const writeOptionNames: readonly string[] = [
  ...requestOptionNames,
  ...attributeNames,
  'ifNoneMatch',
  'ifMatch',
  'checksum',
  'input',
];

/** @throws OptionError */
export function checkWriteOptions(call: string, options: object, more: readonly string[] = []): void {
  checkNames(call, options, [...writeOptionNames, ...more]);
  checkMetadata((options as WriteOptions).metadata);
}

/** S3 takes names that HTTP takes, and 2 KB in all. */
export function checkMetadata(metadata: Attributes['metadata']): void {
  const entries = Object.entries(metadata ?? {});
  for (const [name, value] of entries) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      throw new OptionError(`metadata: ${JSON.stringify(name)} cannot be the name of a header`);
    if (typeof value !== 'string')
      throw new OptionError(`metadata: the value of ${JSON.stringify(name)} is not a text`);
  }
  const bytes = entries.reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(value), 0);
  if (bytes > 2_048) throw new OptionError(`metadata is ${bytes} bytes; S3 takes 2,048, names and values together`);
}

/** For the wire. */
export function wireAttributes(options: Attributes): Partial<PutObjectCommandInput> {
  const { contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl } = options;
  const { metadata, tags, storageClass, acl, encryption, kmsKeyId, websiteRedirect } = options;
  return {
    ContentType: contentType,
    ContentEncoding: contentEncoding,
    ContentDisposition: contentDisposition,
    ContentLanguage: contentLanguage,
    CacheControl: cacheControl,
    Metadata: metadata && { ...metadata },
    Tagging: tags && new URLSearchParams({ ...tags }).toString(),
    StorageClass: storageClass,
    ACL: acl,
    ServerSideEncryption: encryption,
    SSEKMSKeyId: kmsKeyId,
    WebsiteRedirectLocation: websiteRedirect,
  };
}

/** An ETag as headers have it. */
export function quoted(etag: string | undefined): string | undefined {
  return etag === undefined || etag === '*' || etag.startsWith('"') || etag.startsWith('W/') ? etag : `"${etag}"`;
}
