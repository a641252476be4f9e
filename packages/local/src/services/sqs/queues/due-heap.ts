interface Entry<T> {
  readonly item: T;
  readonly at: number;
  /** Of those due at the same time, the one that was added first is first. */
  readonly serial: number;
  place: number;
}

/** Items by the time that they are due: adding and removing one costs the logarithm of their number. */
export class DueHeap<T> {
  readonly #heap: Entry<T>[] = [];
  readonly #entries = new Map<T, Entry<T>>();
  #serial = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** When the first is due. */
  get next(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** Adds an item; one that is there is due at the new time. */
  add(item: T, at: number): void {
    this.remove(item);
    this.#serial += 1;
    const entry = { item, at, serial: this.#serial, place: this.#heap.length };
    this.#entries.set(item, entry);
    this.#heap.push(entry);
    this.#rise(entry);
  }

  /** Whether it was there. */
  remove(item: T): boolean {
    const entry = this.#entries.get(item);
    if (!entry) return false;
    this.#entries.delete(item);
    const last = this.#heap.pop();
    if (!last || last === entry) return true;
    this.#put(last, entry.place);
    this.#rise(last);
    this.#sink(last);
    return true;
  }

  /** Takes out the first item that is due by now. */
  take(now: number): T | undefined {
    const [first] = this.#heap;
    if (!first || first.at > now) return undefined;
    this.remove(first.item);
    return first.item;
  }

  /** All of them, in no order. */
  items(): readonly T[] {
    return this.#heap.map(({ item }) => item);
  }

  #put(entry: Entry<T>, place: number): void {
    entry.place = place;
    this.#heap[place] = entry;
  }

  #rise(entry: Entry<T>): void {
    for (let parent = this.#parent(entry); parent && isBefore(entry, parent); parent = this.#parent(entry)) {
      this.#swap(entry, parent);
    }
  }

  #sink(entry: Entry<T>): void {
    for (let child = this.#child(entry); child && isBefore(child, entry); child = this.#child(entry)) {
      this.#swap(entry, child);
    }
  }

  #parent({ place }: Entry<T>): Entry<T> | undefined {
    return place === 0 ? undefined : this.#heap[(place - 1) >> 1];
  }

  /** The child that is due first. */
  #child({ place }: Entry<T>): Entry<T> | undefined {
    const left = this.#heap[2 * place + 1];
    const right = this.#heap[2 * place + 2];
    return left && right && isBefore(right, left) ? right : left;
  }

  #swap(a: Entry<T>, b: Entry<T>): void {
    const { place } = a;
    this.#put(a, b.place);
    this.#put(b, place);
  }
}

function isBefore(a: Entry<unknown>, b: Entry<unknown>): boolean {
  return a.at < b.at || (a.at === b.at && a.serial < b.serial);
}
