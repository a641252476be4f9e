import type { ChecksumAlgorithm, CopyObjectCommandInput, HeadObjectCommandOutput } from '@aws-sdk/client-s3';

type Head = Omit<HeadObjectCommandOutput, '$metadata'>;

/** The checksums that S3 can be told to make of a copy. */
const checksums = ['CRC64NVME', 'CRC32C', 'CRC32', 'SHA256', 'SHA1'] as const;

/** What a copy keeps by itself, unless it is told to replace any of it. */
export function describedBy(head: Head): Partial<CopyObjectCommandInput> {
  return {
    ContentType: head.ContentType,
    ContentEncoding: head.ContentEncoding || undefined,
    ContentDisposition: head.ContentDisposition,
    ContentLanguage: head.ContentLanguage,
    CacheControl: head.CacheControl,
    Expires: expiresOf(head),
    Metadata: head.Metadata,
  };
}

/** What a copy onto itself would lose of an object if it were not said again. Tags and annotations are kept by themselves. */
export function keptOf(head: Head): Partial<CopyObjectCommandInput> {
  return {
    WebsiteRedirectLocation: head.WebsiteRedirectLocation,
    StorageClass: head.StorageClass,
    ServerSideEncryption: head.ServerSideEncryption,
    SSEKMSKeyId: head.SSEKMSKeyId,
    BucketKeyEnabled: head.BucketKeyEnabled,
    ChecksumAlgorithm: checksumOf(head),
    ObjectLockMode: head.ObjectLockMode,
    ObjectLockRetainUntilDate: head.ObjectLockRetainUntilDate,
    ObjectLockLegalHoldStatus: head.ObjectLockLegalHoldStatus,
    ObjectLockEventHold: head.ObjectLockEventHold,
    ObjectLockEventHoldDurationDays: head.ObjectLockEventHoldDurationDays,
    ObjectLockEventHoldDurationYears: head.ObjectLockEventHoldDurationYears,
  };
}

/** The header is anybody's text; only a time can be said again. */
function expiresOf({ ExpiresString }: Head): Date | undefined {
  const time = ExpiresString === undefined ? Number.NaN : Date.parse(ExpiresString);
  return Number.isNaN(time) ? undefined : new Date(time);
}

function checksumOf(head: Head): ChecksumAlgorithm | undefined {
  return checksums.find((name) => head[`Checksum${name}`] !== undefined);
}
