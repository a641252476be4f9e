import type { Answer } from '../../../wire/answer.js';
import { readPolicy } from '../../policies/policy.js';
import { isPublicPolicy } from '../access/bucket-policy.js';
import { checkPolicy } from '../access/check-policy.js';
import { blocks } from '../access/public-access.js';
import { accessDenied } from '../errors/errors.js';
import { S3Error } from '../errors/s3-error.js';
import type { S3Call } from '../s3-call.js';
import type { Bucket } from '../store/bucket.js';
import { document, nothing } from '../wire/answers.js';
import type { S3Operation } from './operation.js';

const POLICY = 'policy';

/** The policy of a bucket, as it was put. */
export const getBucketPolicy: S3Operation = {
  name: 'GetBucketPolicy',
  method: 'GET',
  at: 'bucket',
  query: [POLICY],
  needs: { action: 's3:GetBucketPolicy' },
  run: ({ bucket }) => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(policyOf(bucket)),
  }),
};

/** Whether a bucket's policy lets everybody in. */
export const getBucketPolicyStatus: S3Operation = {
  name: 'GetBucketPolicyStatus',
  method: 'GET',
  at: 'bucket',
  query: ['policyStatus'],
  needs: { action: 's3:GetBucketPolicyStatus' },
  run: ({ bucket }) => {
    const open = isPublicPolicy(readPolicy(policyOf(bucket)));
    return document('PolicyStatus', (xml) => xml.leaf('IsPublic', open));
  },
};

/** Puts a bucket's policy. */
export const putBucketPolicy: S3Operation = {
  name: 'PutBucketPolicy',
  method: 'PUT',
  at: 'bucket',
  query: [POLICY],
  needs: { action: 's3:PutBucketPolicy' },
  run: put,
};

/** Takes a bucket's policy away. */
export const deleteBucketPolicy: S3Operation = {
  name: 'DeleteBucketPolicy',
  method: 'DELETE',
  at: 'bucket',
  query: [POLICY],
  needs: { action: 's3:DeleteBucketPolicy' },
  run: ({ bucket }) => {
    bucket.set(POLICY, undefined);
    return nothing(204);
  },
};

async function put(call: S3Call): Promise<Answer> {
  const text = await call.body.text();
  const { bucket } = call;
  const policy = checkPolicy(text, bucket.name);
  if (isPublicPolicy(policy) && blocks(bucket, 'BlockPublicPolicy')) throw accessDenied();
  bucket.set(POLICY, text);
  return nothing(204);
}

function policyOf(bucket: Bucket): string {
  const policy = bucket.setting(POLICY);
  if (policy !== undefined) return policy;
  const details = { BucketName: bucket.name };
  throw new S3Error('NoSuchBucketPolicy', 'The bucket policy does not exist', 404, { details });
}
