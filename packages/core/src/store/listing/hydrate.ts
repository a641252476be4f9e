import type { Facts } from '../facts/facts.js';
import type { Field, FieldTypes } from '../facts/field.js';
import { mapInOrder } from './in-order.js';
import type { ListingSource } from './listing-source.js';
import { isCommonPrefix, type ListedEntry, type ListedObject } from './row.js';

const gone = Symbol('gone');

/**
 * Adds to each object what only a request of its own tells, some at once, in order. An object that was deleted since it was listed
 * is left out, as it would be by a listing made now.
 */
export async function* hydrate(
  entries: AsyncIterable<ListedEntry>,
  source: ListingSource<Facts>,
  { perKey, width, signal }: { perKey: readonly Field[]; width: number; signal: AbortSignal },
): AsyncGenerator<ListedEntry> {
  const hydrated = mapInOrder(entries, width, async (entry) => {
    if (isCommonPrefix(entry)) return entry;
    const known = await source.head(entry.name, signal);
    return known === undefined ? gone : withFields(entry, known, perKey);
  });
  for await (const entry of hydrated) if (entry !== gone) yield entry;
}

function withFields(
  entry: ListedObject,
  known: { readonly [K in Field]?: FieldTypes[K] },
  perKey: readonly Field[],
): ListedObject {
  const more = Object.fromEntries(perKey.map((field) => [field, known[field]]));
  return { ...entry, ...more };
}
