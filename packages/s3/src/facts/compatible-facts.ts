import type { Override } from './override.js';
import { type S3Facts, s3Facts } from './s3-facts.js';

interface Swift {
  readonly kind: "Swift's S3";
  readonly fields: Override<S3Facts['fields'], { readonly storageClass: 'never' }>;
  readonly has: Override<S3Facts['has'], { readonly tags: 'no'; readonly compareAndSwap: 'no' }>;
  readonly keeps: Override<
    S3Facts['keeps'],
    { readonly storageClass: 'no'; readonly tags: 'no'; readonly checksum: 'no' }
  >;
}

/** What is true of OpenStack Swift's s3api, as the compiler reads it. */
export interface SwiftS3Facts extends Override<S3Facts, Swift> {}

/** What is true of OpenStack Swift's s3api 2.30: no tags, no storage classes, and nothing written on a condition. */
export const swiftS3Facts: SwiftS3Facts = {
  ...s3Facts,
  kind: "Swift's S3",
  fields: { ...s3Facts.fields, storageClass: 'never' },
  has: { ...s3Facts.has, tags: 'no', compareAndSwap: 'no' },
  keeps: { ...s3Facts.keeps, storageClass: 'no', tags: 'no', checksum: 'no' },
};

interface Minio {
  readonly kind: 'MinIO';
  readonly has: Override<S3Facts['has'], { readonly objectAcl: 'no'; readonly containerAcl: 'no' }>;
  readonly keeps: Override<S3Facts['keeps'], { readonly acl: 'no' }>;
}

/** What is true of MinIO, as the compiler reads it. */
export interface MinioFacts extends Override<S3Facts, Minio> {}

/** What is true of MinIO: rights are given by policies alone. */
export const minioFacts: MinioFacts = {
  ...s3Facts,
  kind: 'MinIO',
  has: { ...s3Facts.has, objectAcl: 'no', containerAcl: 'no' },
  keeps: { ...s3Facts.keeps, acl: 'no' },
};

interface Ceph {
  readonly kind: 'Ceph';
  readonly has: Override<S3Facts['has'], { readonly objectAcl: 'yes'; readonly containerAcl: 'yes' }>;
}

/** What is true of Ceph's object gateway, as the compiler reads it. */
export interface CephFacts extends Override<S3Facts, Ceph> {}

/** What is true of Ceph's object gateway: every bucket and every object has an ACL. */
export const cephFacts: CephFacts = {
  ...s3Facts,
  kind: 'Ceph',
  has: { ...s3Facts.has, objectAcl: 'yes', containerAcl: 'yes' },
};
