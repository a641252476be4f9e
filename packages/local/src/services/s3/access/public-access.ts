import type { Bucket } from '../store/bucket.js';
import { readXml, textOf } from '../wire/xml-element.js';

/** The setting that keeps a bucket's public access block. */
export const PUBLIC_ACCESS = 'publicAccessBlock';

/** What may be blocked. */
export type PublicAccessRule = 'BlockPublicAcls' | 'IgnorePublicAcls' | 'BlockPublicPolicy' | 'RestrictPublicBuckets';

const RULES: readonly PublicAccessRule[] = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
];

/** What a new bucket has: everything is blocked. */
export const allBlocked: string = `<PublicAccessBlockConfiguration>${RULES.map((rule) => `<${rule}>true</${rule}>`).join('')}</PublicAccessBlockConfiguration>`;

/** Whether the bucket blocks this. */
export function blocks(bucket: Bucket, rule: PublicAccessRule): boolean {
  const setting = bucket.setting(PUBLIC_ACCESS);
  if (setting === undefined) return false;
  return textOf(readXml(setting, 'PublicAccessBlockConfiguration'), rule)?.trim().toLowerCase() === 'true';
}
