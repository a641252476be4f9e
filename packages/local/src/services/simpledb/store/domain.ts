import { AttributeIndex } from './attribute-index.js';
import { History } from './history.js';
import type { Item } from './item.js';
import { Sizes } from './sizes.js';
import { SortedKeys } from './sorted-keys.js';

/** A domain of one account in one region: its items, and every attribute indexed. */
export class Domain {
  readonly name: string;
  readonly items: Map<string, Item> = new Map();
  readonly names: SortedKeys = new SortedKeys();
  readonly indexes: Map<string, AttributeIndex> = new Map();
  readonly sizes: Sizes = new Sizes();
  readonly #history: History;

  /** @param delay - ms until a write is seen by reads that do not ask for consistency */
  constructor(name: string, delay: number) {
    this.name = name;
    this.#history = new History(delay);
  }

  /** Puts an item in place of what has its name; one without attributes is no item. */
  set(item: Item, now: number): void {
    const before = this.items.get(item.name);
    this.#history.replaced(item.name, before, now);
    if (before) this.#take(before);
    else if (item.attributes.size > 0) this.names.add(item.name);
    if (item.attributes.size > 0) this.#add(item);
    else if (before) this.names.remove(item.name);
  }

  /** What reads see otherwise than it is. */
  stale(consistent: boolean, now: number): ReadonlyMap<string, Item | undefined> {
    return consistent ? new Map() : this.#history.seen(now);
  }

  #add(item: Item): void {
    this.items.set(item.name, item);
    this.sizes.count(item, 1);
    for (const [name, values] of item.attributes) {
      const index = this.indexes.get(name) ?? new AttributeIndex();
      this.indexes.set(name, index);
      for (const value of values) index.add(value, item);
    }
  }

  #take(item: Item): void {
    this.items.delete(item.name);
    this.sizes.count(item, -1);
    for (const [name, values] of item.attributes) {
      const index = this.indexes.get(name);
      for (const value of values) index?.remove(value, item);
      if (index?.empty) this.indexes.delete(name);
    }
  }
}
