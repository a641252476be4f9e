import type { Answer } from '../../../wire/answer.js';
import { SwiftError } from '../swift-error.js';
import type { IdentityCall } from './identity-call.js';
import { keystone, versions } from './keystone.js';
import { rackspaceIdentity } from './rackspace.js';

/** Answers at `/identity`, in the version that is asked for. */
export function identity(call: IdentityCall): Answer | Promise<Answer> {
  if (call.path === '') return versions(call);
  if (/^\/v3(?:\/|$)/.test(call.path)) return keystone(call);
  if (/^\/v2\.0(?:\/|$)/.test(call.path)) return rackspaceIdentity(call);
  throw new SwiftError(404);
}
