import type { PermissionGroup } from '@aws-sdk/client-ec2';

/**
 * Who may use something beside its owner. Both lists are always there.
 *
 * @example
 * ```ts
 * const { userIds, groups } = await snapshot.permissions();
 * const isPublic = groups.includes('all');
 * ```
 */
export interface Permissions {
  /** Account ids of 12 digits. */
  readonly userIds: readonly string[];
  /** `all` where it is public, else nothing. */
  readonly groups: readonly PermissionGroup[];
}

/**
 * Whom to share with, or no longer. What `permissions()` gives is one too.
 *
 * @example
 * ```ts
 * const changes: PermissionChanges = { userIds: ['963068290131'], groups: ['all'] };
 * ```
 */
export interface PermissionChanges {
  /** Account ids of 12 digits, as texts. @defaultValue none */
  readonly userIds?: readonly string[] | undefined;
  /** `['all']` is everybody. @defaultValue none */
  readonly groups?: readonly PermissionGroup[] | undefined;
}

/** One permission of an answer. */
interface Granted {
  readonly UserId?: string | undefined;
  readonly Group?: PermissionGroup | undefined;
}

/** The permissions that an answer lists. */
export function permissionsOf(list: readonly Granted[] | undefined): Permissions {
  const granted = list ?? [];
  return {
    userIds: granted.flatMap(({ UserId }) => (UserId ? [UserId] : [])),
    groups: granted.flatMap(({ Group }) => (Group ? [Group] : [])),
  };
}
