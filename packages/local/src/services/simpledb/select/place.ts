import { compareBytes } from '../../ordering/compare-bytes.js';
import type { Item } from '../store/item.js';
import type { OrderBy } from './expression.js';

/** Where an item stands in a sorted answer: by its value, and among equals by its name. */
export interface Place {
  readonly key: string;
  readonly name: string;
}

/** How an order places items. */
export interface Placer {
  /** `undefined` for an item that has no value to be sorted by. */
  placeOf(item: Item): Place | undefined;
  compare(a: Place, b: Place): number;
}

/** Without an order items come by name, so that a page can go on where the one before ended. */
export function placer(orderBy: OrderBy | undefined): Placer {
  const sign = orderBy?.descending ? -1 : 1;
  return {
    placeOf: (item) => place(item, orderBy),
    compare: (a, b) => sign * compareBytes(a.key, b.key) || sign * compareBytes(a.name, b.name),
  };
}

/** Of several values the first in the order counts. */
function place({ name, attributes }: Item, orderBy: OrderBy | undefined): Place | undefined {
  if (orderBy?.attribute === undefined) return { key: '', name };
  const values = attributes.get(orderBy.attribute);
  if (!values) return undefined;
  const [key = ''] = [...values].sort((a, b) => (orderBy.descending ? compareBytes(b, a) : compareBytes(a, b)));
  return { key, name };
}
