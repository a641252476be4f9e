import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { archive } from '../versions/archive.js';
import type { Headers } from '../wire/answers.js';
import { httpDate } from '../wire/times.js';

/** Puts an object where the call says; what was there is kept, if its container wants it kept. */
export async function placeObject(
  call: SwiftCall,
  object: Omit<StoredObject, 'name' | 'stamp'>,
): Promise<StoredObject> {
  const { container, name, now } = call;
  await archive(call, container);
  return container.put({ ...object, name, stamp: call.stamp() }, now);
}

/** What is said of an object that was put. */
export function putHeaders({ etag, stamp, versionId }: StoredObject): Headers {
  return { etag, 'last-modified': httpDate(stamp), 'x-object-version-id': versionId };
}
