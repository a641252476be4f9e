import type { RequestOptions } from '../calls/request-options.js';
import type { PermissionChanges, Permissions } from './permissions.js';

/**
 * Something that its owner may let other accounts use.
 *
 * `share` and `unshare` throw `Ec2RuleError` before a request is made: for an account id that is none, for a group other than
 * `all`, for no change or (of a snapshot) more than 500, and where something would become public that AWS keeps from it: what is
 * encrypted, or an image with a product code.
 *
 * @example
 * ```ts
 * async function handOver(thing: Shareable, from: string, to: string) {
 *   await thing.share({ userIds: [to] });
 *   await thing.unshare({ userIds: [from] });
 *   return thing.permissions();
 * }
 * ```
 */
export interface Shareable {
  /** Lets these accounts use it, beside those that may already. */
  share(changes: PermissionChanges, options?: RequestOptions): Promise<void>;
  /** Takes it from these accounts; from one that did not have it, that changes nothing. */
  unshare(changes: PermissionChanges, options?: RequestOptions): Promise<void>;
  /** Who may use it, beside its owner. */
  permissions(options?: RequestOptions): Promise<Permissions>;
  /** Takes it from everybody but its owner. */
  resetPermissions(options?: RequestOptions): Promise<void>;
}
