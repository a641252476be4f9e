import type { Facts } from '../facts/facts.js';

const keeps = {
  acl: 'yes',
  storageClass: 'yes',
  versions: 'yes',
  checksum: 'yes',
  tags: 'yes',
  expiry: 'no',
  manifest: 'no',
  metadataCase: 'no',
  metadataUnderscore: 'yes',
} as const;

const noAbilities = {
  objectAcl: 'no',
  containerAcl: 'no',
  bulkDelete: 'no',
  versions: 'no',
  reverseList: 'no',
  expireAt: 'no',
  cdn: 'no',
  extractArchive: 'no',
  signedUrl: 'no',
  signedPost: 'no',
  compareAndSwap: 'no',
  tags: 'no',
} as const;

const bucket = {
  kind: 'Bucket',
  page: 10,
  lastPage: 'told',
  order: 'utf8',
  counts: 'never',
  deletes: 10,
  single: 100,
  fields: {
    size: 'inline',
    modified: 'inline',
    etag: 'inline',
    contentType: 'perKey',
    metadata: 'perKey',
    storageClass: 'inline',
    expiresAt: 'never',
  },
  has: { ...noAbilities, signedUrl: 'yes', objectAcl: 'ask' },
  keeps,
  instead: { expiresAt: 'read the lifecycle rules', cdn: 'put a CDN before it' },
} as const satisfies Facts;

type WrittenBucket = typeof bucket;
/** A store whose listing lacks the content type, and which cannot count. */
export interface BucketFacts extends WrittenBucket {}
export const bucketFacts: BucketFacts = bucket;

const container = {
  ...bucket,
  kind: 'Container',
  lastPage: 'short',
  counts: 'head',
  fields: { ...bucket.fields, contentType: 'inline', storageClass: 'never', expiresAt: 'perKey' },
  has: { ...noAbilities, reverseList: 'ask', expireAt: 'yes' },
  keeps: { ...keeps, acl: 'no', storageClass: 'no', expiry: 'yes', metadataUnderscore: 'no' },
  instead: {},
} as const satisfies Facts;

type WrittenContainer = typeof container;
/** A store whose listing has the content type, and which counts by one request. */
export interface ContainerFacts extends WrittenContainer {}
export const containerFacts: ContainerFacts = container;
