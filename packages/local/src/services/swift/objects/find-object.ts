import { authorize } from '../access/authorize.js';
import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { badRequest, notFound, SwiftError, unfit } from '../swift-error.js';

/** So many links are followed. */
const MOST_LINKS = 2;

/** An object, and the call by which it is reached: another than before where links were followed. */
export interface FoundObject {
  readonly call: SwiftCall;
  readonly object: StoredObject;
}

/** The object, or the version of it, that a call names. Throws {@link SwiftError} when there is none. */
export function findObject(call: SwiftCall): StoredObject {
  const { container, name, now } = call;
  const version = call.query('version-id');
  const current = container.find(name, now);
  if (version === undefined) {
    if (current) return current;
    throw notFound();
  }
  checkVersion(version);
  const found =
    version === 'null' && current?.versionId === undefined ? current : container.versions.find(name, version);
  if (!found) throw notFound();
  if (!found.deleted) return found;
  throw new SwiftError(404, undefined, { headers: { 'x-object-version-id': version } });
}

/** Refuses what is no version's name. */
export function checkVersion(version: string): void {
  if (version !== 'null' && !/^\d{1,10}\.\d{1,5}$/.test(version)) throw badRequest('Invalid version parameter');
}

/** The object to which a call leads, over links unless the link itself is asked for. */
export function followLinks(call: SwiftCall): FoundObject {
  let at = call;
  for (let followed = 0; ; followed += 1) {
    const object = findObject(at);
    const { link } = object;
    if (!link || call.query('symlink') === 'get') return { call: at, object };
    if (followed === MOST_LINKS) {
      throw unfit(`Too many levels of symbolic links, maximum allowed is ${MOST_LINKS}`, 409);
    }
    const account = link.account ?? at.parts.target.account;
    const query = new Map([...at.parts.query].filter(([name]) => name !== 'version-id'));
    at = at.derive({ target: { account, container: link.container, object: link.object }, query });
    authorize(at, 'read');
    checkTarget(at, link.etag);
  }
}

/** Refuses a link whose target is not what it was. */
function checkTarget(call: SwiftCall, etag: string | undefined): void {
  if (etag === undefined) return;
  const found = findObject(call);
  const own = found.manifest?.etag ?? found.etag;
  if (own !== etag) {
    throw new SwiftError(409, `Object Etag '${own}' does not match X-Symlink-Target-Etag header '${etag}'`);
  }
}
