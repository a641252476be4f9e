import { S3, type S3ClientConfig } from '@aws-sdk/client-s3';
import type { LocalCloud } from '../index.js';

/** The SDK's own client, which tries once. */
export function s3Client(cloud: LocalCloud, region = 'eu-west-1', config: S3ClientConfig = {}): S3 {
  const { url: endpoint, credentials } = cloud;
  return new S3({ region, endpoint, credentials, maxAttempts: 1, ...config });
}

/** The client of an account that is not the first. */
export function otherS3Client(cloud: LocalCloud, region = 'eu-west-1'): S3 {
  const [, other] = cloud.accounts;
  if (!other) throw new Error('the cloud has one account only');
  return s3Client(cloud, region, { credentials: other.credentials });
}

/** A bucket of that name, in the client's region. */
export async function makeBucket(s3: S3, Bucket: string): Promise<string> {
  const region = await s3.config.region();
  const place = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as 'EU' } };
  await s3.createBucket({ Bucket, ...place });
  return Bucket;
}
