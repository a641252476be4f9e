import { checkedScope, type ScopeWords } from '../listing/listing-scope.js';

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
  readonly OwnerIds?: string[] | undefined;
  readonly RestorableByUserIds?: string[] | undefined;
}

const words: ScopeWords = {
  owners: { option: 'owners', words: ['self', 'amazon'], rule: 'owner' },
  users: { option: 'restorableBy', words: ['self', 'all'], rule: 'owner' },
};

/**
 * The scope of a listing: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSnapshots.html
 *
 * @throws Ec2RuleError for an owner that EC2 does not know; OptionError for empty lists and for what contradicts itself
 */
export function scopeInput(call: string, scope: SnapshotScope, ids: readonly string[] | undefined): ScopeInput {
  const { owners, users } = checkedScope(call, { ...scope, users: scope.restorableBy }, ids !== undefined, words);
  return { OwnerIds: owners, RestorableByUserIds: users };
}
