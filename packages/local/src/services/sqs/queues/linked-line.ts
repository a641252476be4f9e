interface Link<T> {
  readonly item: T;
  before: Link<T> | undefined;
  behind: Link<T> | undefined;
}

/** Items one behind the other, any of which can be taken out at once. */
export class LinkedLine<T> {
  readonly #links = new Map<T, Link<T>>();
  #first: Link<T> | undefined;
  #last: Link<T> | undefined;

  get size(): number {
    return this.#links.size;
  }

  get first(): T | undefined {
    return this.#first?.item;
  }

  has(item: T): boolean {
    return this.#links.has(item);
  }

  /** Puts an item at the end; one that is there stays where it is. */
  add(item: T): void {
    this.#insert(item, undefined);
  }

  /** Puts an item before the first for which `isBehind` says so. */
  addBefore(item: T, isBehind: (other: T) => boolean): void {
    let link = this.#first;
    while (link && !isBehind(link.item)) link = link.behind;
    this.#insert(item, link);
  }

  /** Whether it was there. */
  remove(item: T): boolean {
    const link = this.#links.get(item);
    if (!link) return false;
    this.#links.delete(item);
    if (link.before) link.before.behind = link.behind;
    else this.#first = link.behind;
    if (link.behind) link.behind.before = link.before;
    else this.#last = link.before;
    return true;
  }

  #insert(item: T, behind: Link<T> | undefined): void {
    if (this.#links.has(item)) return;
    const before = behind ? behind.before : this.#last;
    const link = { item, before, behind };
    this.#links.set(item, link);
    if (before) before.behind = link;
    else this.#first = link;
    if (behind) behind.before = link;
    else this.#last = link;
  }
}
