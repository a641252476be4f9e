import type { BucketChoice } from '../../../throttling/throttle.js';
import type { StorageTarget } from '../door/storage-target.js';

/** What is not counted. */
export const unlimited: BucketChoice = {
  name: 'swift',
  capacity: Number.POSITIVE_INFINITY,
  refillPerSecond: Number.POSITIVE_INFINITY,
};

/**
 * The bucket that a call draws from: Rackspace takes 100 writes to one container in a second
 * (https://docs.rackspace.com/docs/cloud-files, 2024); other calls are not counted.
 */
export function rateOf(method: string, { account, container, object }: StorageTarget): BucketChoice {
  const writes = object !== undefined && method !== 'GET' && method !== 'HEAD';
  return writes ? { name: `swift:${account}/${container}`, capacity: 100, refillPerSecond: 100 } : unlimited;
}
