import { type Policy, readPolicy } from '../../policies/policy.js';
import { principalsOf, type Verdict, verdict, type Wish } from '../../policies/verdict.js';
import type { Bucket } from '../store/bucket.js';

/** The bucket's policy on a wish. */
export function policyVerdict(bucket: Bucket, wish: Wish): Verdict {
  const text = bucket.setting('policy');
  return text === undefined ? undefined : verdict(readPolicy(text), wish);
}

/** Whether a policy lets everybody do something. */
export function isPublicPolicy({ Statement: statements }: Policy): boolean {
  return statements.some(
    (statement) =>
      statement.Effect === 'Allow' && statement.Condition === undefined && principalsOf(statement).includes('*'),
  );
}
