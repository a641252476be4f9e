import { checkedScope, type ScopeWords } from '../listing/listing-scope.js';

/**
 * Whose images to list. Given together, an image has to be in both: owned by one of these and executable by one of those.
 *
 * @example
 * ```ts
 * const sharedWithPartner: ImageScope = { owners: ['self'], executableBy: ['963068290131'] };
 * ```
 */
export interface ImageScope {
  /**
   * `self`, `amazon`, `aws-marketplace`, `aws-backup-vault` and account ids.
   * @defaultValue `['self']`, unless `ids`, `executableBy` or `public` is given
   */
  readonly owners?: readonly string[] | undefined;
  /**
   * Those that were given launch permission: `self` (what others shared with this account or with its organization), `all` (what
   * is public), or an account id (what this account shared with that one). @defaultValue not asked
   */
  readonly executableBy?: readonly string[] | undefined;
  /** Adds `all` to `executableBy`: the public images of the world. @defaultValue false */
  readonly public?: boolean | undefined;
}

/** The parameters of a request that say whose. */
interface ScopeInput {
  readonly Owners?: string[] | undefined;
  readonly ExecutableUsers?: string[] | undefined;
}

const words: ScopeWords = {
  owners: { option: 'owners', words: ['self', 'amazon', 'aws-backup-vault', 'aws-marketplace'], rule: 'imageOwner' },
  users: { option: 'executableBy', words: ['self', 'all'], rule: 'executableBy' },
};

/**
 * The scope of a listing: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeImages.html
 *
 * @throws Ec2RuleError for an owner that EC2 does not know; OptionError for empty lists and for what contradicts itself
 */
export function imageScopeInput(call: string, scope: ImageScope, ids: readonly string[] | undefined): ScopeInput {
  const { owners, users } = checkedScope(call, { ...scope, users: scope.executableBy }, ids !== undefined, words);
  return { Owners: owners, ExecutableUsers: users };
}
