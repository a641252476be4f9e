import type { Bucket } from '../store/bucket.js';
import { canonicalId, type Grant } from './grants.js';

/** The setting that keeps a bucket's list. */
export const ACL = 'acl';

/** A bucket's list: its owner's alone, unless another was put. */
export function bucketAcl(bucket: Bucket): readonly Grant[] {
  const setting = bucket.setting(ACL);
  return setting === undefined ? ownersAcl(bucket.owner) : (JSON.parse(setting) as readonly Grant[]);
}

/** The list of what is its owner's alone. */
export function ownersAcl(owner: string): readonly Grant[] {
  return [{ grantee: canonicalId(owner), permission: 'FULL_CONTROL' }];
}
