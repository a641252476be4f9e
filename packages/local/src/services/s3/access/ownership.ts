import type { Bucket } from '../store/bucket.js';

/** Who has what others put into a bucket, and whether access control lists count. */
export type Ownership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter';

export const ownerships: readonly Ownership[] = ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'];

/** The setting that keeps it. */
export const OWNERSHIP = 'ownershipControls';

/** A bucket's rule; without controls, it is the writer who has an object. */
export function ownershipOf(bucket: Bucket): Ownership {
  const setting = bucket.setting(OWNERSHIP);
  return ownerships.find((one) => one === setting) ?? 'ObjectWriter';
}

/** Whether lists count. */
export function usesAcls(bucket: Bucket): boolean {
  return ownershipOf(bucket) !== 'BucketOwnerEnforced';
}
