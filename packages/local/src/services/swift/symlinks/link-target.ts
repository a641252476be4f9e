import { authorize } from '../access/authorize.js';
import { followLinks } from '../objects/find-object.js';
import { readingOf } from '../objects/reading.js';
import type { Link } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { unfit } from '../swift-error.js';

/**
 * The link with what is known of its target: one that names an ETag must find it. Throws {@link SwiftError} where it does not.
 *
 * @param guessed - the type of what is no link
 */
export function linkTarget(
  call: SwiftCall,
  link: Link | undefined,
  guessed: string,
): { readonly link: Link | undefined; readonly contentType: string } {
  const given = call.header('content-type');
  if (!link) return { link, contentType: guessed };
  if (link.etag === undefined) return { link, contentType: given ?? 'application/symlink' };
  const { container, object } = link;
  const account = link.account ?? call.parts.target.account;
  const at = call.derive({ target: { account, container, object }, query: new Map() });
  authorize(at, 'read');
  const found = followLinks(at);
  const { size, etag } = readingOf(found.call, found.object);
  if (etag.replaceAll('"', '') !== link.etag) {
    throw unfit(`Object Etag '${etag}' does not match X-Symlink-Target-Etag header '${link.etag}'`, 409);
  }
  return { link: { ...link, size }, contentType: given ?? found.object.contentType };
}
