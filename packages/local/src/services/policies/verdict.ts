import { listOf, type Policy, type Statement } from './policy.js';

/** Who wants to do what to what. */
export interface Wish {
  /** Empty for one who did not sign. */
  readonly account: string;
  /** `sqs:SendMessage` */
  readonly action: string;
  readonly arn: string;
}

/** What a policy says of a wish; `undefined` when it says nothing. */
export type Verdict = 'allow' | 'deny' | undefined;

/**
 * A policy's verdict on a wish. A statement with a condition never allows, since conditions are not evaluated here, and
 * always denies.
 */
export function verdict({ Statement: statements }: Policy, wish: Wish): Verdict {
  const fitting = statements.filter((statement) => fits(statement, wish));
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return 'deny';
  return fitting.some(({ Effect, Condition }) => Effect === 'Allow' && Condition === undefined) ? 'allow' : undefined;
}

/** Those whom a statement is about. */
export function principalsOf({ Principal: given }: Statement): readonly unknown[] {
  if (typeof given !== 'object' || given === null || !('AWS' in given)) return [given];
  return listOf(given.AWS);
}

/** Actions are compared without regard to case; keys, which ARNs may end with, are not. */
function fits(statement: Statement, { account, action, arn }: Wish): boolean {
  return (
    principalsOf(statement).some((one) => isAccount(one, account)) &&
    listOf(statement.Action).some((one) => matches(one, action, 'is')) &&
    listOf(statement.Resource).some((one) => matches(one, arn, 's'))
  );
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
  return new RegExp(`^${source}$`, flags).test(text);
}
