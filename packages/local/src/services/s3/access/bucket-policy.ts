import { listOf, type Policy, readPolicy, type Statement } from '../../sqs/policies/policy.js';
import type { Bucket } from '../store/bucket.js';

/** Who wants to do what to what. */
export interface Wish {
  /** Empty for one who did not sign. */
  readonly account: string;
  /** `s3:GetObject` */
  readonly action: string;
  /** `arn:aws:s3:::bucket/key` */
  readonly arn: string;
}

/** What a policy says of a wish; `undefined` when it says nothing. */
export type Verdict = 'allow' | 'deny' | undefined;

/** The bucket's policy on a wish. A statement with a condition never allows, since conditions are not evaluated here, and denies. */
export function policyVerdict(bucket: Bucket, wish: Wish): Verdict {
  const text = bucket.setting('policy');
  if (text === undefined) return undefined;
  const fitting = readPolicy(text).Statement.filter((statement) => fits(statement, wish));
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'deny';
  return fitting.some(({ Effect, Condition }) => Effect === 'Allow' && Condition === undefined) ? 'allow' : undefined;
}

/** Whether a policy lets everybody do something. */
export function isPublicPolicy({ Statement: statements }: Policy): boolean {
  return statements.some(
    ({ Effect, Principal, Condition }) =>
      Effect === 'Allow' && Condition === undefined && principals(Principal).includes('*'),
  );
}

function fits({ Principal, Action, Resource }: Statement, { account, action, arn }: Wish): boolean {
  return (
    principals(Principal).some((one) => isAccount(one, account)) &&
    listOf(Action).some((one) => matches(one, action, 'i')) &&
    listOf(Resource).some((one) => matches(one, arn, ''))
  );
}

function principals(given: unknown): readonly unknown[] {
  if (typeof given !== 'object' || given === null || !('AWS' in given)) return [given];
  return listOf(given.AWS);
}

function isAccount(principal: unknown, account: string): boolean {
  if (principal === '*') return true;
  return account !== '' && (principal === account || principal === `arn:aws:iam::${account}:root`);
}

/** `*` stands for any characters, `?` for one. */
function matches(pattern: unknown, text: string, flags: string): boolean {
  if (typeof pattern !== 'string') return false;
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, `s${flags}`).test(text);
}
