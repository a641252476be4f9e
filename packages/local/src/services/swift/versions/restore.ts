import { compareBytes } from '../../ordering/compare-bytes.js';
import type { Container } from '../store/container.js';
import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { timestamp } from '../wire/times.js';
import { ARCHIVES, archive, archiveOf, archivePrefix, DELETED_TYPE } from './archive.js';

/**
 * Deletes an object of a container that keeps what is overwritten: of a stack, the one before takes its place; in a history, it is noted
 * that it is gone. Says whether it did.
 */
export async function removeArchived(call: SwiftCall, container: Container): Promise<boolean> {
  const into = archiveOf(call, container);
  if (!into) return false;
  if (container.metadata.has(ARCHIVES.stack)) return pop(call, container, into);
  const kept = await archive(call, container);
  if (kept) into.put(await marker(call, kept), call.now);
  return false;
}

async function pop(call: SwiftCall, container: Container, from: Container): Promise<boolean> {
  const newest = newestOf(from, archivePrefix(call.name), call.now);
  if (!newest) return false;
  const piece = await call.pieces.copy(newest.piece);
  container.put({ ...newest, piece, name: call.name }, call.now);
  from.remove(newest.name, call.now);
  return true;
}

function newestOf(from: Container, prefix: string, now: number): StoredObject | undefined {
  const rows = from.rows.at(now).back((name) => compareBytes(name, prefix) > 0 && !name.startsWith(prefix));
  const { value } = rows.next();
  return value?.[0].startsWith(prefix) ? from.find(value[0], now) : undefined;
}

async function marker(call: SwiftCall, kept: StoredObject): Promise<StoredObject> {
  return deletedMarker(call, `${kept.name.slice(0, kept.name.lastIndexOf('/') + 1)}${timestamp(call.stamp())}`);
}

/** What says that an object is gone. */
export async function deletedMarker(call: SwiftCall, name: string): Promise<StoredObject> {
  const stamp = call.stamp();
  const piece = await call.pieces.write(noBytes());
  const none = new Map<string, string>();
  return {
    name,
    stamp,
    etag: 'd41d8cd98f00b204e9800998ecf8427e',
    piece,
    contentType: DELETED_TYPE,
    metadata: none,
    kept: none,
  };
}

async function* noBytes(): AsyncIterable<Buffer> {}
