import type { PermissionGroup } from '@aws-sdk/client-ec2';

/**
 * Who may use something beside its owner. The first two lists are always there; an image has the others where it is shared with
 * organizations or their units.
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
  /** ARNs of organizations, all of whose accounts may use it. Absent where there are none. */
  readonly organizationArns?: readonly string[] | undefined;
  /** ARNs of organizational units, all of whose accounts may use it. Absent where there are none. */
  readonly organizationalUnitArns?: readonly string[] | undefined;
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

/**
 * Whom to share an image with, or no longer: also whole organizations, whose accounts need not be named.
 *
 * @example
 * ```ts
 * await image.share({ organizationArns: ['arn:aws:organizations::123456789012:organization/o-123example'] });
 * ```
 */
export interface LaunchPermissionChanges extends PermissionChanges {
  /** ARNs of organizations. @defaultValue none */
  readonly organizationArns?: readonly string[] | undefined;
  /** ARNs of organizational units. @defaultValue none */
  readonly organizationalUnitArns?: readonly string[] | undefined;
}

/** One permission of an answer. */
export interface Granted {
  readonly UserId?: string | undefined;
  readonly Group?: PermissionGroup | undefined;
  readonly OrganizationArn?: string | undefined;
  readonly OrganizationalUnitArn?: string | undefined;
}

/** The permissions that an answer lists. */
export function permissionsOf(list: readonly Granted[] | undefined): Permissions {
  const granted = list ?? [];
  const organizationArns = granted.flatMap(({ OrganizationArn }) => OrganizationArn || []);
  const organizationalUnitArns = granted.flatMap(({ OrganizationalUnitArn }) => OrganizationalUnitArn || []);
  return {
    userIds: granted.flatMap(({ UserId }) => UserId || []),
    groups: granted.flatMap(({ Group }) => Group || []),
    ...(organizationArns.length > 0 ? { organizationArns } : {}),
    ...(organizationalUnitArns.length > 0 ? { organizationalUnitArns } : {}),
  };
}
