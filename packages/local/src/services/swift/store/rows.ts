import { SortedMap } from '../../ordering/sorted-map.js';
import type { StoredObject } from './stored-object.js';

interface Change {
  readonly due: number;
  readonly name: string;
  readonly object: StoredObject | undefined;
}

/** What a container's listing says of its objects, which may be late. */
export class Rows {
  readonly #delay: number;
  readonly #rows = new SortedMap<StoredObject>();
  #waiting: Change[] = [];
  #bytes = 0;

  /** @param delay - ms until a change is seen */
  constructor(delay: number) {
    this.#delay = delay;
  }

  /** Notes what becomes of a name. */
  set(name: string, object: StoredObject | undefined, now: number): void {
    if (this.#delay === 0) this.#apply(name, object);
    else this.#waiting.push({ due: now + this.#delay, name, object });
  }

  /** The rows as they are seen at that time. */
  at(now: number): SortedMap<StoredObject> {
    const later = this.#waiting.findIndex(({ due }) => due > now);
    const due = later < 0 ? this.#waiting : this.#waiting.slice(0, later);
    if (due.length > 0) this.#waiting = later < 0 ? [] : this.#waiting.slice(later);
    for (const { name, object } of due) this.#apply(name, object);
    return this.#rows;
  }

  count(now: number): number {
    return this.at(now).size;
  }

  /** The bytes of all of them, of manifests those that they have themselves. */
  bytes(now: number): number {
    this.at(now);
    return this.#bytes;
  }

  #apply(name: string, object: StoredObject | undefined): void {
    this.#bytes += ownBytes(object) - ownBytes(this.#rows.get(name));
    if (object) this.#rows.set(name, object);
    else this.#rows.delete(name);
  }
}

/** What is kept as a version is counted among the versions. */
function ownBytes(object: StoredObject | undefined): number {
  return object && object.versionId === undefined ? object.piece.size : 0;
}
