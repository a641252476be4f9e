import { compareBytes } from '../../ordering/compare-bytes.js';
import type { Range } from './range.js';

/** A set of texts that can be read in the order of their bytes. Sorted when it is read, so that loading costs no more than a set. */
export class SortedKeys {
  #sorted: string[] = [];
  readonly #added = new Set<string>();
  readonly #removed = new Set<string>();

  add(key: string): void {
    if (!this.#removed.delete(key)) this.#added.add(key);
  }

  remove(key: string): void {
    if (!this.#added.delete(key)) this.#removed.add(key);
  }

  /** The keys in order. Not to be kept beyond the next change. */
  all(): readonly string[] {
    if (this.#added.size + this.#removed.size > 0) this.#merge();
    return this.#sorted;
  }

  /** Where the first key stands that is not less than this one; with `after`, that is greater. */
  position(key: string, after = false): number {
    const keys = this.all();
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareBytes(keys[middle] as string, key);
      if (order < 0 || (after && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Where a range of them begins, and behind its end. */
  span({ from, to }: Range): readonly [number, number] {
    const start = from ? this.position(from.value, !from.inclusive) : 0;
    const end = to ? this.position(to.value, to.inclusive) : this.all().length;
    return [start, Math.max(start, end)];
  }

  #merge(): void {
    const added = [...this.#added].sort(compareBytes);
    const merged: string[] = [];
    let at = 0;
    for (const key of this.#sorted) {
      if (this.#removed.has(key)) continue;
      for (; at < added.length && compareBytes(added[at] as string, key) < 0; at += 1) merged.push(added[at] as string);
      merged.push(key);
    }
    for (; at < added.length; at += 1) merged.push(added[at] as string);
    this.#sorted = merged;
    this.#added.clear();
    this.#removed.clear();
  }
}
