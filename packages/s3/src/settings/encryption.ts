import type { ServerSideEncryption, ServerSideEncryptionRule } from '@aws-sdk/client-s3';
import { refuseIf } from '../calls/check-value.js';
import type { Setting } from './setting.js';

/**
 * How new objects are encrypted that do not say it themselves.
 *
 * @example
 * ```ts
 * const encryption: Encryption = { algorithm: 'aws:kms', kmsKeyId: 'alias/example', bucketKey: true };
 * ```
 */
export interface Encryption {
  readonly algorithm: ServerSideEncryption;
  /** An id, ARN or alias. @defaultValue AWS's own key for S3 */
  readonly kmsKeyId?: string | undefined;
  /** Whether a key of the bucket's stands between KMS and its objects: fewer requests to KMS. @defaultValue false */
  readonly bucketKey?: boolean | undefined;
  /** Whether writing with keys of the caller's own (SSE-C) is refused. @defaultValue as S3 has it */
  readonly blocksCustomerKeys?: boolean | undefined;
}

function check({ algorithm, kmsKeyId, bucketKey }: Encryption): void {
  refuseIf(!algorithm, "setEncryption: algorithm is 'AES256', 'aws:kms' or 'aws:kms:dsse'");
  const needsKms = kmsKeyId !== undefined || bucketKey === true;
  refuseIf(needsKms && !algorithm.startsWith('aws:kms'), `setEncryption: ${algorithm} has no key of KMS`);
}

function encryptionOf(rule: ServerSideEncryptionRule): Encryption | undefined {
  const { SSEAlgorithm, KMSMasterKeyID } = rule.ApplyServerSideEncryptionByDefault ?? {};
  const blocked = rule.BlockedEncryptionTypes?.EncryptionType;
  if (SSEAlgorithm === undefined) return undefined;
  return {
    algorithm: SSEAlgorithm,
    kmsKeyId: KMSMasterKeyID,
    bucketKey: rule.BucketKeyEnabled ?? false,
    blocksCustomerKeys: blocked?.includes('SSE-C'),
  };
}

function wireRule({
  algorithm,
  kmsKeyId,
  bucketKey,
  blocksCustomerKeys: blocks,
}: Encryption): ServerSideEncryptionRule {
  return {
    ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: kmsKeyId },
    BucketKeyEnabled: bucketKey,
    BlockedEncryptionTypes: blocks === undefined ? undefined : { EncryptionType: [blocks ? 'SSE-C' : 'NONE'] },
  };
}

export const encryptionSetting: Setting<Encryption> = {
  name: 'BucketEncryption',
  none: 'ServerSideEncryptionConfigurationNotFoundError',
  check,
  get: async (native, Bucket) => {
    const { ServerSideEncryptionConfiguration: wire } = await native.getBucketEncryption({ Bucket });
    const [rule] = wire?.Rules ?? [];
    return rule && encryptionOf(rule);
  },
  put: (native, Bucket, encryption) =>
    native.putBucketEncryption({
      Bucket,
      ServerSideEncryptionConfiguration: { Rules: [wireRule(encryption)] },
    }),
  delete: (native, Bucket) => native.deleteBucketEncryption({ Bucket }),
};
