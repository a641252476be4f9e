const written = {
  kind: 'Swift',
  page: 10_000,
  lastPage: 'short',
  order: 'utf8',
  counts: 'head',
  deletes: 10_000,
  single: 5_368_709_120,
  fields: {
    size: 'inline',
    modified: 'inline',
    etag: 'inline',
    contentType: 'inline',
    storageClass: 'never',
    metadata: 'perKey',
    expiresAt: 'perKey',
  },
  has: {
    objectAcl: 'no',
    containerAcl: 'yes',
    bulkDelete: 'ask',
    versions: 'ask',
    reverseList: 'ask',
    expireAt: 'yes',
    cdn: 'no',
    extractArchive: 'ask',
    signedUrl: 'ask',
    signedPost: 'ask',
    compareAndSwap: 'no',
    tags: 'no',
  },
  keeps: {
    acl: 'no',
    storageClass: 'no',
    versions: 'yes',
    checksum: 'no',
    tags: 'no',
    expiry: 'yes',
    manifest: 'yes',
    metadataCase: 'no',
    metadataUnderscore: 'no',
  },
  instead: {
    storageClass: 'a container has a storage policy, which is chosen when it is made',
    objectAcl: 'rights are given for a container: setAccess()',
    bulkDelete: 'the cluster has no bulk middleware: delete the objects one by one',
    versions: 'the cluster has no versioned writes',
    reverseList: 'list in order and turn the result round',
    cdn: 'put a CDN before the cluster',
    extractArchive: 'put the files one by one',
    signedUrl: 'the cluster has no tempurl middleware',
    signedPost: 'the cluster has no formpost middleware',
    compareAndSwap: 'only ifNoneMatch: "*" is a condition of writing',
    tags: 'write metadata',
  },
} as const;

type Written = typeof written;

/** What is true of OpenStack Swift, as the compiler reads it. */
export interface SwiftFacts extends Written {}

/**
 * What is true of OpenStack Swift, from 2.30 of 2022 to 2.38 of 2026; what depends on the cluster is `ask`.
 *
 * @see https://docs.openstack.org/api-ref/object-store/
 * @example
 * ```ts
 * swiftFacts.fields.contentType; // 'inline': a listing has it
 * ```
 */
export const swiftFacts: SwiftFacts = written;
