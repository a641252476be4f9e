import { EC2, type EC2ClientConfig } from '@aws-sdk/client-ec2';
import { onTestFinished } from 'vitest';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../index.js';

/** A cloud that ends with the test. */
export async function startForTest(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  const cloud = await startLocalCloud(options);
  onTestFinished(() => cloud.close());
  return cloud;
}

/** The SDK's own client, which tries once. */
export function ec2Client(cloud: LocalCloud, region: string, config: EC2ClientConfig = {}): EC2 {
  return new EC2({ region, endpoint: cloud.url, credentials: cloud.credentials, maxAttempts: 1, ...config });
}

/** The client of an account that is not the first. */
export function otherAccount(cloud: LocalCloud, region: string): EC2 {
  const [, other] = cloud.accounts;
  if (!other) throw new Error('the cloud has one account only');
  return ec2Client(cloud, region, { credentials: other.credentials });
}

/** The code of the error that a call ends with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'no error';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}
