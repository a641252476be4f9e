import type { Ec2Call } from '../ec2-call.js';

const DEFAULT_KEY = 'aws-ebs-default';

/** The key that EBS encrypts with when the caller names none: each account has its own in each region. */
export function defaultKey({ account, estate }: Ec2Call): string {
  return keyArn(DEFAULT_KEY, account.id, estate.region);
}

/** The key that the caller names, as an ARN of its region. */
export function namedKey(key: string, { account, estate }: Ec2Call): string {
  return key.startsWith('arn:') ? key : keyArn(key.replace(/^key\//, ''), account.id, estate.region);
}

/** Whether it is an account's default key, which cannot be shared. */
export function isDefaultKey(arn: string): boolean {
  return arn.endsWith(`:key/${DEFAULT_KEY}`);
}

function keyArn(key: string, account: string, region: string): string {
  const resource = key.startsWith('alias/') ? key : `key/${key}`;
  return `arn:aws:kms:${region}:${account}:${resource}`;
}
