import { decode, readObjectPath } from '../door/storage-target.js';
import type { Link } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError, unfit } from '../swift-error.js';

/** The path of a link's target: `/v1/AUTH_x/c/o`. */
export function storagePath({ account, container, object }: Link, own: string): string {
  return `/v1/${[account ?? own, container, object].map(encodeURI).join('/')}`;
}

/** The link that a call is to make, if it is to make one: what it leads to need not be there. Throws SwiftError for what is none. */
export function readLink(call: SwiftCall): Link | undefined {
  const target = call.header('x-symlink-target');
  if (target === undefined) return undefined;
  const place = readObjectPath(decode(target));
  if (!place || target.startsWith('/')) {
    throw new SwiftError(412, 'X-Symlink-Target header must be of the form <container name>/<object name>');
  }
  const named = call.header('x-symlink-target-account');
  const account = named === undefined ? undefined : decode(named);
  const { container, object } = call.parts.target;
  const own = account === undefined || account === call.parts.target.account;
  if (own && place.container === container && place.object === object) throw unfit('Symlink cannot target itself');
  if (Number(call.header('content-length') ?? 0) !== 0) {
    throw unfit('Symlink requests require a zero byte body');
  }
  return { account, ...place, etag: call.header('x-symlink-target-etag')?.replaceAll('"', ''), size: undefined };
}
