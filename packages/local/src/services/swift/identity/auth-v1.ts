import { headerOf } from '../../../http/received-request.js';
import type { Answer } from '../../../wire/answer.js';
import { SwiftError } from '../swift-error.js';
import { nothing } from '../wire/answers.js';
import { accountOfKey, type IdentityCall, regionalAddress } from './identity-call.js';
import { storageNames } from './storage-names.js';

/** The first of Swift's ways to be let in: a user and a key in headers, an address and a token in headers. */
export function authV1(call: IdentityCall): Answer {
  const { request, region, tokens, accounts } = call;
  if (request.method !== 'GET') throw new SwiftError(405);
  const user = headerOf(request, 'x-auth-user') ?? headerOf(request, 'x-storage-user');
  const key = headerOf(request, 'x-auth-key') ?? headerOf(request, 'x-storage-pass');
  // As `account:user` too, which Swift's own way to be let in wants.
  const account = accountOfKey(accounts, user?.split(':').at(-1), key);
  if (!account) throw new SwiftError(401, undefined, { headers: { 'www-authenticate': 'Swift realm="unknown"' } });
  const { id, issued, expires } = tokens.issue(account);
  const { openstack, rackspace } = storageNames(account);
  return nothing(200, {
    'x-storage-url': regionalAddress(call, region, `/v1/${openstack}`),
    'x-auth-token': id,
    'x-storage-token': id,
    'x-auth-token-expires': Math.floor((expires - issued) / 1000),
    'x-cdn-management-url': regionalAddress(call, region, `/cdn/v1/${rackspace}`),
  });
}
