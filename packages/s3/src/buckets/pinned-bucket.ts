import { bucketAddress } from '../addresses/bucket-address.js';
import { BucketHome } from '../calls/bucket-home.js';
import { Bucket } from './bucket.js';
import type { BucketSource } from './bucket-listing.js';

/** A bucket whose region the caller knows. @throws BucketAddressError */
export function pinnedBucket({ pinned }: BucketSource, name: string, region: string, created?: Date): Bucket {
  bucketAddress(name);
  return new Bucket(new BucketHome(pinned(region), name), { created });
}
