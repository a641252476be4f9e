import type { RequestOptions } from '../calls/request-options.js';
import { isNotFoundError } from '../errors/status-errors.js';
import { type ObjectPlace, objectPath, titleOf } from '../objects/object-place.js';
import { ask } from '../wire/ask.js';

/** Requests at once. */
const width = 8;

/** Deletes objects by a request each, which every cluster has, and gives those that are left: `container/name: why`. What is not there is deleted already. */
export async function deleteEach(
  places: Iterable<ObjectPlace> | AsyncIterable<ObjectPlace>,
  options: RequestOptions,
): Promise<readonly string[]> {
  const left: string[] = [];
  const flying = new Set<Promise<void>>();
  for await (const place of places) {
    const flight = deleteOne(place, options)
      .catch((error: unknown) => {
        if (!isNotFoundError(error)) left.push(`${titleOf(place)}: ${String(error)}`);
      })
      .finally(() => flying.delete(flight));
    flying.add(flight);
    if (flying.size >= width) await Promise.race(flying);
  }
  await Promise.all(flying);
  return left;
}

async function deleteOne(place: ObjectPlace, options: RequestOptions): Promise<void> {
  await ask(place.region, { operation: 'delete', method: 'DELETE', path: objectPath(place) }, options);
}
