import { OptionError } from '@proj/core';
import { checkTexts } from '../calls/check-texts.js';
import { Ec2RuleError } from '../errors/ec2-rule-error.js';
import { checkAccountId } from '../sharing/account-id.js';

/**
 * Whose snapshots to list. Given together, a snapshot has to be in both: owned by one of these and restorable by one of those.
 *
 * @example
 * ```ts
 * const sharedWithPartner: SnapshotScope = { owners: ['self'], restorableBy: ['963068290131'] };
 * ```
 */
export interface SnapshotScope {
  /** `self`, `amazon` and account ids. @defaultValue `['self']`, unless `ids`, `restorableBy` or `public` is given */
  readonly owners?: readonly string[] | undefined;
  /**
   * Those that may make volumes of it: `self` (its own and what was shared with it by name), `all` (what is public), or an
   * account id (what this account shared with that one). @defaultValue not asked
   */
  readonly restorableBy?: readonly string[] | undefined;
  /** Adds `all` to `restorableBy`: the public snapshots of the world. @defaultValue false */
  readonly public?: boolean | undefined;
}

/** The parameters of a request that say whose. */
export interface ScopeInput {
  readonly OwnerIds?: string[];
  readonly RestorableByUserIds?: string[];
}

/**
 * The scope of a listing. Without one, and without ids, it is what the caller owns: EC2 itself would list the whole world's
 * public snapshots. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html
 *
 * @throws Ec2RuleError for an owner that EC2 does not know; OptionError for empty lists and for what contradicts itself
 */
export function scopeInput(call: string, scope: SnapshotScope, ids: readonly string[] | undefined): ScopeInput {
  const { owners } = scope;
  if (owners !== undefined) checkWho(`${call}: owners`, owners, ['self', 'amazon']);
  const restorableBy = restorable(call, scope);
  const restorers = restorableBy === undefined ? {} : { RestorableByUserIds: [...restorableBy] };
  if (owners !== undefined) return { OwnerIds: [...owners], ...restorers };
  return restorableBy === undefined && ids === undefined ? { OwnerIds: ['self'] } : restorers;
}

function restorable(call: string, { restorableBy, public: isPublic }: SnapshotScope): readonly string[] | undefined {
  if (isPublic !== undefined && typeof isPublic !== 'boolean') {
    throw new OptionError(`${call}: public is true or false`);
  }
  if (restorableBy !== undefined) checkWho(`${call}: restorableBy`, restorableBy, ['self', 'all']);
  if (isPublic === false && restorableBy?.includes('all')) {
    throw new OptionError(`${call}: public is false, and restorableBy has 'all', which is what is public`);
  }
  return isPublic === true ? [...new Set([...(restorableBy ?? []), 'all'])] : restorableBy;
}

function checkWho(option: string, list: readonly unknown[], words: readonly string[]): void {
  if (Array.isArray(list) && list.some((who) => typeof who === 'number'))
    checkAccountId(option, list.find(Number.isFinite));
  checkTexts(option, list);
  const unknown = list.find((who) => !words.includes(String(who)) && !/^[0-9]{12}$/.test(String(who)));
  if (unknown === undefined) return;
  throw new Ec2RuleError(
    'owner',
    `${option}: ${JSON.stringify(unknown)} is neither ${words.join(' nor ')} nor an account id`,
  );
}
