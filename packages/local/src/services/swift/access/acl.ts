import type { Account } from '../../../accounts/account.js';
import { storageNames } from '../identity/storage-names.js';

/** The names by which access control lists mean an account and its user. */
export function groupsOf(user: Account): ReadonlySet<string> {
  const { accessKeyId: key } = user.credentials;
  const projects = [user.id, storageNames(user).openstack, '*'];
  const members = projects.flatMap((project) => [`${project}:${key}`, `${project}:*`]);
  return new Set([...members, user.id, storageNames(user).openstack, key]);
}

/** Whether the list names one of these groups. */
export function namesGroup(acl: string, groups: ReadonlySet<string>): boolean {
  return acl.split(',').some((entry) => groups.has(entry));
}

/** Whether the list lets in who comes from there: the last entry that fits says so. */
export function admitsReferrer(acl: string, referer: string | undefined): boolean {
  const host = hostOf(referer);
  let admitted = false;
  for (const entry of acl.split(',')) {
    if (!entry.startsWith('.r:')) continue;
    const [, minus, wanted = ''] = /^\.r:(-?)(.*)$/.exec(entry) ?? [];
    if (wanted === '*' || wanted === host || (wanted.startsWith('.') && host.endsWith(wanted))) admitted = !minus;
  }
  return admitted;
}

/** Whether the list lets in whom it lets read also see what there is. */
export function admitsListing(acl: string): boolean {
  return acl.split(',').includes('.rlistings');
}

function hostOf(referer = ''): string {
  return URL.canParse(referer) ? new URL(referer).hostname : 'unknown';
}
