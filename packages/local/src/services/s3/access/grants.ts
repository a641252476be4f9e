import { createHash } from 'node:crypto';

/** What a grant allows. */
export type Permission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP' | 'FULL_CONTROL';

export const permissions: readonly Permission[] = ['READ', 'WRITE', 'READ_ACP', 'WRITE_ACP', 'FULL_CONTROL'];

/** One line of an access control list. */
export interface Grant {
  /** An account's canonical id, or the address of a group. */
  readonly grantee: string;
  readonly permission: Permission;
}

const GROUPS = 'http://acs.amazonaws.com/groups';
export const ALL_USERS: string = `${GROUPS}/global/AllUsers`;
export const AUTHENTICATED_USERS: string = `${GROUPS}/global/AuthenticatedUsers`;
export const LOG_DELIVERY: string = `${GROUPS}/s3/LogDelivery`;

/** Whether a grantee is a group, and no account. */
export function isGroup(grantee: string): boolean {
  return grantee.startsWith(GROUPS);
}

/** Whether the list lets more than single accounts in. */
export function isPublic(acl: readonly Grant[]): boolean {
  return acl.some(({ grantee }) => grantee === ALL_USERS || grantee === AUTHENTICATED_USERS);
}

/** The canonical id of an account: S3's own name for it. */
export function canonicalId(account: string): string {
  return createHash('sha256').update(`canonical user ${account}`).digest('hex');
}

/** Whether a list lets an account do this; `''` is one who did not sign. */
export function grants(acl: readonly Grant[], account: string, wanted: Permission): boolean {
  const names = account === '' ? [ALL_USERS] : [ALL_USERS, AUTHENTICATED_USERS, canonicalId(account)];
  return acl.some(
    ({ grantee, permission }) => names.includes(grantee) && (permission === wanted || permission === 'FULL_CONTROL'),
  );
}
