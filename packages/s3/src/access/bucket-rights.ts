import { BucketCannedACL } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import { AccessRights } from './access-rights.js';
import { unlessSwitchedOff } from './unless-switched-off.js';

/** The names that S3 has for ACLs of buckets; the SDK lacks the last one. */
export type CannedBucketAcl = BucketCannedACL | 'log-delivery-write';

const canned: readonly CannedBucketAcl[] = [...Object.values(BucketCannedACL), 'log-delivery-write'];

/** The ACL of a bucket. */
export function bucketRights(home: BucketHome): AccessRights<CannedBucketAcl> {
  const Bucket = home.name;
  return new AccessRights<CannedBucketAcl>({
    canned,
    get: (options) => home.call('getBucketAcl', (native) => native.getBucketAcl({ Bucket }), options),
    put: (acl, options) => {
      const ask = 'ACL' in acl ? { Bucket, ACL: acl.ACL as BucketCannedACL } : { Bucket, ...acl };
      const set = () => home.call('putBucketAcl', (native) => native.putBucketAcl(ask), options);
      return unlessSwitchedOff(home, 'containerAcl', set);
    },
  });
}
