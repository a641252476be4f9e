import { OptionError } from '@proj/core';
import { checkCount, checkOneOf } from '../calls/check-value.js';
import { type Grant, isGrantee } from './grants.js';

const permissions = ['FULL_CONTROL', 'READ', 'WRITE', 'READ_ACP', 'WRITE_ACP'] as const;

/** Grants that an ACL can have. */
const most = 100;

/** @throws OptionError for what is neither one of the names nor a list of grants */
export function checkAcl(acl: string | { readonly grants: readonly Grant[] }, canned: readonly string[]): void {
  if (typeof acl === 'string') checkOneOf('setAcl(acl)', acl, canned);
  else checkGrants('setAcl({ grants })', acl?.grants);
}

/** @throws OptionError */
export function checkGrants(what: string, grants: readonly Grant[]): void {
  checkCount(what, grants, 0, most);
  for (const { to, permission } of grants) {
    checkOneOf(`${what}: permission`, permission, permissions);
    if (isGrantee(to)) continue;
    throw new OptionError(
      `${what}: to is { id }, { email } or { group: 'AllUsers' | 'AuthenticatedUsers' | 'LogDelivery' }`,
    );
  }
}
