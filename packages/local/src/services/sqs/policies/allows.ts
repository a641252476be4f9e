import { listOf, type Policy, type Statement } from './policy.js';

/** Who wants to do what to which queue. */
export interface Wish {
  readonly account: string;
  /** `SendMessage` */
  readonly action: string;
  readonly arn: string;
}

/**
 * Whether a policy lets another account do it. A statement with a condition never allows, since conditions are not
 * evaluated here, and always denies.
 */
export function allows({ Statement: statements }: Policy, wish: Wish): boolean {
  const fitting = statements.filter((statement) => fits(statement, wish));
  if (fitting.some(({ Effect }) => Effect === 'Deny')) return false;
  return fitting.some(({ Effect, Condition }) => Effect === 'Allow' && Condition === undefined);
}

function fits({ Principal, Action, Resource }: Statement, { account, action, arn }: Wish): boolean {
  return (
    principals(Principal).some((one) => isAccount(one, account)) &&
    listOf(Action).some((one) => matches(one, `sqs:${action}`)) &&
    listOf(Resource).some((one) => matches(one, arn))
  );
}

function principals(given: unknown): readonly unknown[] {
  if (typeof given !== 'object' || given === null || !('AWS' in given)) return [given];
  return listOf(given.AWS);
}

function isAccount(principal: unknown, account: string): boolean {
  return principal === '*' || principal === account || principal === `arn:aws:iam::${account}:root`;
}

/** `*` stands for any characters, `?` for one; actions are compared without regard to case, and ARNs may be. */
function matches(pattern: unknown, text: string): boolean {
  if (typeof pattern !== 'string') return false;
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`, 'is').test(text);
}
