const written = {
  kind: 'S3',
  page: 1_000,
  lastPage: 'told',
  order: 'utf8',
  counts: 'never',
  deletes: 1_000,
  single: 5_368_709_120,
  fields: {
    size: 'inline',
    modified: 'inline',
    etag: 'inline',
    storageClass: 'inline',
    contentType: 'perKey',
    metadata: 'perKey',
    expiresAt: 'never',
  },
  has: {
    objectAcl: 'ask',
    containerAcl: 'ask',
    bulkDelete: 'yes',
    versions: 'ask',
    reverseList: 'no',
    expireAt: 'no',
    cdn: 'no',
    extractArchive: 'no',
    signedUrl: 'yes',
    signedPost: 'yes',
    compareAndSwap: 'yes',
    tags: 'yes',
  },
  keeps: {
    acl: 'yes',
    storageClass: 'yes',
    versions: 'yes',
    checksum: 'yes',
    tags: 'yes',
    expiry: 'no',
    manifest: 'no',
    metadataCase: 'no',
    metadataUnderscore: 'yes',
  },
  instead: {
    expiresAt: 'lifecycle rules of the bucket expire objects by their age: bucket.lifecycle()',
    expireAt: 'give the bucket a lifecycle rule by setLifecycle()',
    objectAcl:
      'the bucket enforces that its owner owns all objects: give rights by setPolicy(), or change it by setOwnership()',
    containerAcl: 'the bucket enforces that its owner owns all objects: give rights by setPolicy()',
    versions: 'switch them on by setVersioning()',
    reverseList: 'list in order and turn the result round',
    cdn: 'put a CDN before the bucket',
    extractArchive: 'put the files one by one',
  },
} as const;

type Written = typeof written;

/** What is true of S3's general purpose buckets, as the compiler reads it. */
export interface S3Facts extends Written {}

/**
 * What is true of S3's general purpose buckets, as its documentation said in 2026-11.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 * @example
 * ```ts
 * s3Facts.fields.contentType; // 'perKey': a listing does not have it
 * ```
 */
export const s3Facts: S3Facts = written;
