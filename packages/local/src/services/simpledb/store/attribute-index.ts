import type { Item } from './item.js';
import { SortedKeys } from './sorted-keys.js';

/** The items of a domain by the values of one attribute. */
export class AttributeIndex {
  // Most values belong to one item: a Set for each would be the greater part of the memory.
  readonly #items = new Map<string, Item | Set<Item>>();
  readonly #keys = new SortedKeys();

  get empty(): boolean {
    return this.#items.size === 0;
  }

  add(value: string, item: Item): void {
    const held = this.#items.get(value);
    if (held instanceof Set) held.add(item);
    else if (held) this.#items.set(value, new Set([held, item]));
    else {
      this.#items.set(value, item);
      this.#keys.add(value);
    }
  }

  remove(value: string, item: Item): void {
    const held = this.#items.get(value);
    if (held instanceof Set) {
      held.delete(item);
      if (held.size > 0) return;
    }
    this.#items.delete(value);
    this.#keys.remove(value);
  }

  /** The items that have this value. */
  equal(value: string): Iterable<Item> {
    const held = this.#items.get(value);
    if (held === undefined) return [];
    return held instanceof Set ? held : [held];
  }

  /** How many items have this value. */
  count(value: string): number {
    const held = this.#items.get(value);
    if (held === undefined) return 0;
    return held instanceof Set ? held.size : 1;
  }

  /** The values in the order of bytes. Not to be kept beyond the next change. */
  get values(): SortedKeys {
    return this.#keys;
  }
}
