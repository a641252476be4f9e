import type { Override } from './override.js';
import { type S3Facts, s3Facts } from './s3-facts.js';

interface Has {
  readonly objectAcl: 'no';
  readonly containerAcl: 'no';
  readonly versions: 'no';
  readonly tags: 'no';
  readonly signedPost: 'no';
}

interface Keeps {
  readonly acl: 'no';
  readonly versions: 'no';
  readonly tags: 'no';
  readonly storageClass: 'no';
}

interface Own {
  readonly kind: 'S3 directory bucket';
  readonly order: 'unordered';
  readonly has: Override<S3Facts['has'], Has>;
  readonly keeps: Override<S3Facts['keeps'], Keeps>;
}

/** What is true of directory buckets (S3 Express One Zone), as the compiler reads it. */
export interface DirectoryBucketFacts extends Override<S3Facts, Own> {}

/**
 * What is true of directory buckets (S3 Express One Zone), as their documentation said in 2026-11: they list in no order.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-differences.html
 * @example
 * ```ts
 * directoryBucketFacts.order; // 'unordered'
 * ```
 */
export const directoryBucketFacts: DirectoryBucketFacts = {
  ...s3Facts,
  kind: 'S3 directory bucket',
  order: 'unordered',
  has: { ...s3Facts.has, objectAcl: 'no', containerAcl: 'no', versions: 'no', tags: 'no', signedPost: 'no' },
  keeps: { ...s3Facts.keeps, acl: 'no', versions: 'no', tags: 'no', storageClass: 'no' },
};
