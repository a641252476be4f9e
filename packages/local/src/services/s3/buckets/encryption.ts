import type { Bucket } from '../store/bucket.js';
import { childOf, readXml, textOf } from '../wire/xml-element.js';

/** What every bucket has that was not told otherwise. */
export const defaultEncryption =
  '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>false</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>';

const PREFIX = 'x-amz-server-side-encryption';

/** The headers of an object that names no encryption of its own. Nothing is encrypted here. */
export function encryptionHeaders(bucket: Bucket): Record<string, string> {
  const setting = bucket.setting('encryption') ?? defaultEncryption;
  const rule = childOf(readXml(setting, 'ServerSideEncryptionConfiguration'), 'Rule');
  const byDefault = rule && childOf(rule, 'ApplyServerSideEncryptionByDefault');
  const algorithm = byDefault && textOf(byDefault, 'SSEAlgorithm');
  const key = byDefault && textOf(byDefault, 'KMSMasterKeyID');
  return { [PREFIX]: algorithm ?? 'AES256', ...(key === undefined ? {} : { [`${PREFIX}-aws-kms-key-id`]: key }) };
}
