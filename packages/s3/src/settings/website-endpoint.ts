import { regionInfo } from '@proj/core';

/** The regions whose website hosts have a hyphen before the region; all that came later have a dot. */
const hyphened: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-west-1',
  'sa-east-1',
  'us-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
]);

/**
 * Where a bucket is served as a website. There is no TLS.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/s3.html#s3_website_region_endpoints
 */
export function websiteEndpoint(bucket: string, region: string): string {
  const mark = hyphened.has(region) ? '-' : '.';
  return `http://${bucket}.s3-website${mark}${region}.${suffixOf(region)}`;
}

function suffixOf(region: string): string {
  return regionInfo(region)?.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}
