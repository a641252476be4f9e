import { BucketCannedACL } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import { AccessRights } from './access-rights.js';

/** The ACL of a bucket. */
export function bucketRights(home: BucketHome): AccessRights<BucketCannedACL> {
  const Bucket = home.name;
  return new AccessRights<BucketCannedACL>({
    canned: Object.values(BucketCannedACL),
    get: (options) => home.call('getBucketAcl', (native) => native.getBucketAcl({ Bucket }), options),
    put: (acl, options) => home.call('putBucketAcl', (native) => native.putBucketAcl({ Bucket, ...acl }), options),
  });
}
