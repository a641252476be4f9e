import type { Container } from '../store/container.js';
import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { timestamp } from '../wire/times.js';

/** How a container keeps what is overwritten in another: as a stack, or as a history. */
export const ARCHIVES = { stack: 'x-versions-location', history: 'x-history-location' } as const;

/** The type of what says that an object is gone. */
export const DELETED_TYPE = 'application/x-deleted;swift_versions_deleted=1';

/** Where a container keeps what is overwritten in it, if it does. Throws {@link SwiftError} when that is not there. */
export function archiveOf(call: SwiftCall, container: Container): Container | undefined {
  const { metadata } = container;
  const name = metadata.get(ARCHIVES.stack) ?? metadata.get(ARCHIVES.history);
  if (name === undefined) return undefined;
  const found = call.account.find(decodeURIComponent(name), call.now);
  if (found) return found;
  throw new SwiftError(412);
}

/** What the archive's names of an object begin with: the length of its own in three hexadecimal digits, and its own. */
export function archivePrefix(name: string): string {
  return `${Buffer.byteLength(name).toString(16).padStart(3, '0')}${name}/`;
}

/** Keeps the object that is about to be overwritten, or deleted, where its container wants it kept. Dynamic manifests are not. */
export async function archive(call: SwiftCall, container: Container): Promise<StoredObject | undefined> {
  const into = archiveOf(call, container);
  const current = container.find(call.name, call.now);
  if (!into || !current || current.kept.has('x-object-manifest')) return undefined;
  const piece = await call.pieces.copy(current.piece);
  const kept = { ...current, piece, name: `${archivePrefix(current.name)}${timestamp(current.stamp)}` };
  return into.put(kept, call.now);
}
