import type { HeadObjectCommandOutput } from '@aws-sdk/client-s3';

/** What is known of an object beside its bytes. */
export interface ObjectInfo {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
  /** Without its quotes. The MD5 of the bytes, or of its parts' with `-COUNT` behind it; with KMS it is neither. */
  readonly etag: string;
  /** What it was written with; S3 says `binary/octet-stream` where nothing was. */
  readonly contentType: string;
  readonly contentEncoding: string | undefined;
  readonly contentDisposition: string | undefined;
  readonly contentLanguage: string | undefined;
  readonly cacheControl: string | undefined;
  /** The user's own, by names in small letters. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly storageClass: string;
  /** Where the bucket has versions. */
  readonly versionId: string | undefined;
  readonly checksums: Readonly<Record<string, string>>;
  /** Of parts, or of the whole object. */
  readonly checksumType: 'COMPOSITE' | 'FULL_OBJECT' | undefined;
  /** Whether its bytes are encrypted by a key of KMS or of the caller's, so that its ETag is no MD5. */
  readonly isEncryptedByKey: boolean;
  /** How far a restoring is, of what is archived. */
  readonly restoring: { readonly isUnderWay: boolean; readonly until: Date | undefined } | undefined;
  readonly websiteRedirect: string | undefined;
}

type Head = Omit<HeadObjectCommandOutput, '$metadata'>;

const checksumNames = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;

/** What the head of an answer tells of an object. */
export function infoOf(key: string, head: Head, size: number = head.ContentLength ?? 0): ObjectInfo {
  return {
    key,
    size,
    modified: head.LastModified ?? new Date(Number.NaN),
    etag: withoutQuotes(head.ETag),
    contentType: head.ContentType ?? '',
    contentEncoding: head.ContentEncoding || undefined,
    contentDisposition: head.ContentDisposition,
    contentLanguage: head.ContentLanguage,
    cacheControl: head.CacheControl,
    metadata: head.Metadata ?? {},
    storageClass: head.StorageClass ?? 'STANDARD',
    versionId: head.VersionId,
    checksums: checksumsOf(head),
    checksumType: head.ChecksumType,
    isEncryptedByKey: head.SSEKMSKeyId !== undefined || head.SSECustomerAlgorithm !== undefined,
    restoring: restoringOf(head.Restore),
    websiteRedirect: head.WebsiteRedirectLocation,
  };
}

export function withoutQuotes(etag: string | undefined): string {
  return (etag ?? '').replace(/^"|"$/g, '');
}

function checksumsOf(head: Head): Record<string, string> {
  const found = checksumNames.map((name) => [name, head[`Checksum${name}`]] as const);
  return Object.fromEntries(
    found.filter((pair): pair is [(typeof checksumNames)[number], string] => pair[1] !== undefined),
  );
}

/** Such as `ongoing-request="false", expiry-date="Fri, 21 Dec 2012 00:00:00 GMT"`. */
function restoringOf(restore: string | undefined): ObjectInfo['restoring'] {
  if (restore === undefined) return undefined;
  const [, date] = /expiry-date="([^"]+)"/.exec(restore) ?? [];
  return {
    isUnderWay: restore.includes('ongoing-request="true"'),
    until: date === undefined ? undefined : new Date(date),
  };
}
