import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '@proj/local';
import { onTestFinished } from 'vitest';
import { type Ec2Set, ec2 } from '../ec2.js';

/** A cloud that ends with the test. */
export async function cloudOf(options: LocalCloudOptions): Promise<LocalCloud> {
  const cloud = await startLocalCloud(options);
  onTestFinished(() => cloud.close());
  return cloud;
}

/** One account's view of a cloud: its enabled regions. */
export function accountOf(cloud: LocalCloud, index: 0 | 1 = 0, maxAttempts = 1): Ec2Set {
  const account = cloud.accounts[index];
  if (account === undefined) throw new Error(`the cloud has no account ${index}`);
  const set = ec2({ endpoint: cloud.url, credentials: account.credentials, config: { maxAttempts } });
  onTestFinished(() => set[Symbol.asyncDispose]());
  return set;
}
