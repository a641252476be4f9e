import { type LocalCloud, startLocalCloud } from '@proj/local';
import { onTestFinished } from 'vitest';
import type { Bucket } from '../buckets/bucket.js';
import { type S3Options, type S3Set, s3 } from '../s3.js';

const regions: readonly string[] = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];

/** A local S3 in three regions that ends with the test, and a set over it. */
export async function localS3(
  more: Partial<S3Options> = {},
): Promise<{ readonly cloud: LocalCloud; readonly everywhere: S3Set }> {
  const cloud = await startLocalCloud({ regions, seed: 'none' });
  onTestFinished(() => cloud.close());
  const { url: endpoint, credentials } = cloud;
  const config = { maxAttempts: 1, forcePathStyle: true };
  const everywhere = s3({ regions, endpoint, credentials, config, ...more } as S3Options);
  onTestFinished(() => everywhere[Symbol.asyncDispose]());
  return { cloud, everywhere };
}

/** A new bucket of a local S3 in Ireland. */
export async function localBucket(name = 'some-bucket'): Promise<Bucket> {
  const { everywhere } = await localS3();
  return everywhere.createBucket(name, { region: 'eu-west-1' });
}

/** Writes objects with these keys and little in them. */
export async function fill(bucket: Bucket, keys: readonly string[]): Promise<void> {
  for (let at = 0; at < keys.length; at += 50) {
    await Promise.all(keys.slice(at, at + 50).map((key) => bucket.object(key).put(key)));
  }
}
