import type { Item } from './item.js';

interface Version {
  readonly item: Item | undefined;
  /** When another took its place. */
  readonly until: number;
}

/** What items were before writes that not every copy of the domain has seen. Empty where every read is consistent. */
export class History {
  readonly #versions = new Map<string, Version[]>();
  readonly #delay: number;

  /** @param delay - ms that a write takes to be seen by reads that do not ask for consistency */
  constructor(delay: number) {
    this.#delay = delay;
  }

  replaced(name: string, item: Item | undefined, now: number): void {
    if (this.#delay === 0) return;
    const versions = this.#versions.get(name) ?? [];
    // Last, so that the first is the one that was written longest ago.
    this.#versions.delete(name);
    this.#versions.set(name, [...versions.filter((version) => this.#isSeen(version, now)), { item, until: now }]);
    this.#forget(now);
  }

  /** How many versions are kept. */
  get size(): number {
    return [...this.#versions.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** The items that reads still see as they were; `undefined` for one that they do not see yet. */
  seen(now: number): ReadonlyMap<string, Item | undefined> {
    const seen = new Map<string, Item | undefined>();
    for (const [name, versions] of this.#versions) {
      const first = versions.findIndex((version) => this.#isSeen(version, now));
      if (first < 0) this.#versions.delete(name);
      else {
        versions.splice(0, first);
        seen.set(name, versions[0]?.item);
      }
    }
    return seen;
  }

  #isSeen({ until }: Version, now: number): boolean {
    return until > now - this.#delay;
  }

  /** Drops what nobody sees any more, also where nobody reads. */
  #forget(now: number): void {
    for (const [name, versions] of this.#versions) {
      if (versions.some((version) => this.#isSeen(version, now))) return;
      this.#versions.delete(name);
    }
  }
}
