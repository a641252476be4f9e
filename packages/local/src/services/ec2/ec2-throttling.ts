import type { BucketChoice } from '../../throttling/throttle.js';
import type { BucketSize } from '../../throttling/token-bucket.js';
import type { QueryParameters } from '../../wire/query-parameters.js';

/** Listings that draw from a smaller bucket when they are neither filtered nor paged. */
const COSTLY_BARE: ReadonlySet<string> = new Set([
  'DescribeInstances',
  'DescribeInstanceStatus',
  'DescribeNetworkInterfaces',
  'DescribeSecurityGroups',
  'DescribeSnapshots',
  'DescribeSpotInstanceRequests',
  'DescribeVolumes',
]);
const READING = /^(?:Describe|List|Search|Get)/;
const SIZES: ReadonlyMap<string, BucketSize> = new Map([
  ['CreateTags', { capacity: 100, refillPerSecond: 10 }],
  ['DeleteTags', { capacity: 100, refillPerSecond: 10 }],
  ['CreateVolume', { capacity: 100, refillPerSecond: 5 }],
  ['CreateSnapshot', { capacity: 100, refillPerSecond: 5 }],
  ['DeleteSnapshot', { capacity: 100, refillPerSecond: 5 }],
  ['DeleteVolume', { capacity: 100, refillPerSecond: 5 }],
  ['DeregisterImage', { capacity: 100, refillPerSecond: 5 }],
  ['ModifyImageAttribute', { capacity: 100, refillPerSecond: 5 }],
  ['ModifySnapshotAttribute', { capacity: 100, refillPerSecond: 5 }],
]);

/**
 * The bucket that a call draws from: one for each action in each account and region
 * (https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-throttling.html, November 2026).
 */
export function ec2Bucket(action: string, parameters: QueryParameters): BucketChoice {
  const own = SIZES.get(action);
  if (own) return { name: `ec2:${action}`, ...own };
  if (!READING.test(action)) return { name: `ec2:${action}`, capacity: 50, refillPerSecond: 5 };
  const bare = COSTLY_BARE.has(action) && !isNarrowed(parameters);
  return bare
    ? { name: `ec2:${action}:bare`, capacity: 50, refillPerSecond: 10 }
    : { name: `ec2:${action}`, capacity: 100, refillPerSecond: 20 };
}

function isNarrowed(parameters: QueryParameters): boolean {
  return parameters.structs('Filter').length > 0 || parameters.value('MaxResults') !== undefined;
}
