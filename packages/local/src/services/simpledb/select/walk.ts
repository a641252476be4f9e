import type { Domain } from '../store/domain.js';
import type { Item } from '../store/item.js';
import type { Range } from '../store/range.js';
import type { SortedKeys } from '../store/sorted-keys.js';
import type { OrderBy } from './expression.js';
import { type Place, type Placer, placer } from './place.js';

/** An item in its place. */
export interface Placed {
  readonly item: Item;
  readonly place: Place;
}

type ByAttribute = { readonly attribute: string; readonly descending: boolean };

/** The items of a domain in the order asked for, from behind a place on: as they stand in an index, so that a page costs no sorting. */
export function walk(domain: Domain, orderBy: OrderBy | undefined, after: Place | undefined): Iterable<Placed> {
  return orderBy?.attribute === undefined
    ? byName(domain, orderBy?.descending ?? false, after)
    : byValue(domain, { attribute: orderBy.attribute, descending: orderBy.descending }, after);
}

function* byName({ names, items }: Domain, descending: boolean, after: Place | undefined): Generator<Placed> {
  const bound = after && { value: after.name, inclusive: false };
  for (const name of inOrder(names, descending, bound)) {
    const item = items.get(name);
    if (item) yield { item, place: { key: '', name } };
  }
}

function* byValue({ indexes }: Domain, orderBy: ByAttribute, after: Place | undefined): Generator<Placed> {
  const index = indexes.get(orderBy.attribute);
  if (!index) return;
  const placing = placer(orderBy);
  // The value of the place itself is looked at again: more items may have it.
  const bound = after && { value: after.key, inclusive: true };
  for (const value of inOrder(index.values, orderBy.descending, bound)) {
    yield* ofValue(index.equal(value), value, placing, after);
  }
}

/** The texts from one on, forwards or backwards. */
function* inOrder(keys: SortedKeys, descending: boolean, from: Range['from']): Generator<string> {
  const [start, end] = keys.span(descending ? { to: from } : { from });
  const all = keys.all();
  if (descending) for (let at = end - 1; at >= start; at -= 1) yield all[at] as string;
  else for (let at = start; at < end; at += 1) yield all[at] as string;
}

/** An item of several values stands where the first of them does, and nowhere else. */
function ofValue(
  items: Iterable<Item>,
  value: string,
  { placeOf, compare }: Placer,
  after: Place | undefined,
): Placed[] {
  const placed: Placed[] = [];
  for (const item of items) {
    const place = placeOf(item);
    if (place?.key === value && (!after || compare(place, after) > 0)) placed.push({ item, place });
  }
  return placed.sort((a, b) => compare(a.place, b.place));
}
