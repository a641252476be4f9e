import { regionInfo, type Target } from '@proj/core';

/**
 * The name of something of EC2 in a target. Some kinds have no account in theirs, which is `''` then.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html#amazonec2-resources-for-iam-policies
 */
export function arnOf({ partition, region }: Target, account: string, resource: string): string {
  return `arn:${partition ?? regionInfo(region)?.partition ?? 'aws'}:ec2:${region}:${account}:${resource}`;
}
