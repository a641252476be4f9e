import type { FoundItem } from '../client/index.js';
import { compareBytes, type OrderBy } from '../query/index.js';

/**
 * By what each item of one region stands in its order, item after item.
 *
 * Of several values the service does not say which it sorted by. It is the first that fits behind the item before: where the
 * region is sorted at all, there is one.
 */
export function sortKeys({ attribute, descending }: OrderBy): (item: FoundItem) => string {
  const compare = orderOf(descending);
  let before: string | undefined;
  return ({ Name = '', Attributes = [] }) => {
    const values = Attributes.filter((pair) => pair.Name === attribute).map(({ Value = '' }) => Value);
    const keys = attribute === undefined ? [Name] : values.sort(compare);
    const last = before;
    before = (last === undefined ? undefined : keys.find((key) => compare(key, last) >= 0)) ?? keys[0] ?? '';
    return before;
  };
}

/** The order of UTF-8 bytes, from the front or from behind. */
export function orderOf(descending: boolean): (a: string, b: string) => number {
  return descending ? (a, b) => compareBytes(b, a) : compareBytes;
}
