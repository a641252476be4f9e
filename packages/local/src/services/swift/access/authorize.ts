import { accountNamed } from '../identity/storage-names.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { ACCOUNT_ACL, type Level, levelOf } from './account-acl.js';
import { admitsListing, admitsReferrer, groupsOf, namesGroup } from './acl.js';

/** What a caller wants: to read an object, to see what a container has, to change objects, or to change what only its owner may. */
export type Right = 'read' | 'list' | 'write' | 'own' | 'account';

/** Lets a call through, or throws {@link SwiftError}: 401 to whom nobody knows, 403 to others. */
export function authorize(call: SwiftCall, right: Right): void {
  const { user, withToken } = call.parts;
  if (passes(call, right)) return;
  // A token that is good for nothing is refused even where everybody is let in.
  if (withToken && !user) throw denied(call);
  if (call.owned || byAccountAcl(call, right) || byContainerAcl(call, right)) return;
  throw denied(call);
}

/** What one hears who is not let in. */
function denied({ parts: { user, target } }: SwiftCall): SwiftError {
  if (user) return new SwiftError(403);
  return new SwiftError(401, undefined, {
    headers: { 'www-authenticate': `Swift realm="${encodeURI(target.account)}"` },
  });
}

function passes({ parts: { pass, target } }: SwiftCall, right: Right): boolean {
  if (!pass || right === 'own' || right === 'account') return false;
  return pass.account === target.account && (pass.container === undefined || pass.container === target.container);
}

const NEEDED: Readonly<Record<Right, readonly Level[]>> = {
  read: ['read-only', 'read-write', 'admin'],
  list: ['read-only', 'read-write', 'admin'],
  write: ['read-write', 'admin'],
  own: ['read-write', 'admin'],
  account: ['admin'],
};

function byAccountAcl(call: SwiftCall, right: Right): boolean {
  const { user, target, accounts } = call.parts;
  if (!user || !accountNamed(target.account, accounts)) return false;
  const level = levelOf(call.account.metadata.get(ACCOUNT_ACL), groupsOf(user));
  return level !== undefined && NEEDED[right].includes(level);
}

function byContainerAcl(call: SwiftCall, right: Right): boolean {
  const acl = (name: string): string => call.knownContainer?.metadata.get(name) ?? '';
  const { user } = call.parts;
  const named = (list: string): boolean => user !== undefined && namesGroup(list, groupsOf(user));
  if (right === 'write') return named(acl('x-container-write'));
  if (right !== 'read' && right !== 'list') return false;
  const list = acl('x-container-read');
  const referred = admitsReferrer(list, call.header('referer'));
  return named(list) || (referred && (right === 'read' || admitsListing(list)));
}
