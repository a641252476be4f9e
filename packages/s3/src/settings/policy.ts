import { refuseIf } from '../calls/check-value.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import type { Setting } from './setting.js';

/** One or several, as policies have them. */
type OneOrMore<T> = T | readonly T[];

/** A statement of a policy, by the names that IAM has for its members. */
export interface PolicyStatement {
  readonly Sid?: string | undefined;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, OneOrMore<string>>> | undefined;
  readonly NotPrincipal?: '*' | Readonly<Record<string, OneOrMore<string>>> | undefined;
  readonly Action?: OneOrMore<string> | undefined;
  readonly NotAction?: OneOrMore<string> | undefined;
  readonly Resource?: OneOrMore<string> | undefined;
  readonly NotResource?: OneOrMore<string> | undefined;
  readonly Condition?:
    | Readonly<Record<string, Readonly<Record<string, OneOrMore<string | number | boolean>>>>>
    | undefined;
}

/**
 * A bucket's policy, as IAM writes it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 * @example
 * ```ts
 * const policy: BucketPolicy = {
 *   Version: '2012-10-17',
 *   Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::example-site/*' }],
 * };
 * ```
 */
export interface BucketPolicy {
  readonly Version?: '2012-10-17' | '2008-10-17' | undefined;
  readonly Id?: string | undefined;
  readonly Statement: OneOrMore<PolicyStatement>;
}

/** Bytes that a policy may have. */
const most = 20_480;

function check(policy: BucketPolicy): void {
  const hasStatements = typeof policy === 'object' && policy !== null && typeof policy.Statement === 'object';
  refuseIf(!hasStatements, 'setPolicy(policy): a policy is an object with its Statement');
  const bytes = Buffer.byteLength(JSON.stringify(policy));
  refuseIf(bytes > most, `setPolicy(policy): it is ${bytes} bytes; S3 takes ${most}`);
}

function parsed(text: string, region: string): BucketPolicy {
  try {
    return JSON.parse(text) as BucketPolicy;
  } catch (cause) {
    throw new UnexpectedAnswerError('getBucketPolicy', region, 'is not JSON', { cause });
  }
}

export const policySetting: Setting<BucketPolicy> = {
  name: 'BucketPolicy',
  none: 'NoSuchBucketPolicy',
  check,
  get: async (native, Bucket) => {
    const { Policy } = await native.getBucketPolicy({ Bucket });
    return Policy ? parsed(Policy, await native.config.region()) : undefined;
  },
  put: (native, Bucket, policy) => native.putBucketPolicy({ Bucket, Policy: JSON.stringify(policy) }),
  delete: (native, Bucket) => native.deleteBucketPolicy({ Bucket }),
};
