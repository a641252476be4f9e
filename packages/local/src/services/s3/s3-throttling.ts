import type { BucketChoice } from '../../throttling/throttle.js';

const READS = 5500;
const WRITES = 3500;

/**
 * The bucket that a call draws from. S3 counts by prefix, and cuts prefixes as it pleases: here a bucket's keys are one
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/optimizing-performance.html, November 2026).
 */
export function s3Bucket(method: string, bucket = ''): BucketChoice {
  const reads = method === 'GET' || method === 'HEAD';
  const rate = reads ? READS : WRITES;
  return { name: `s3:${bucket}:${reads ? 'read' : 'write'}`, capacity: rate, refillPerSecond: rate };
}
