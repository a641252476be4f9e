import { Domain } from './domain.js';
import { SortedKeys } from './sorted-keys.js';

/** The domains of one account in one region. */
export class Domains {
  readonly #byName = new Map<string, Domain>();
  readonly #names = new SortedKeys();
  readonly #delay: number;

  /** @param delay - ms until a write is seen by reads that do not ask for consistency */
  constructor(delay: number) {
    this.#delay = delay;
  }

  get size(): number {
    return this.#byName.size;
  }

  get(name: string): Domain | undefined {
    return this.#byName.get(name);
  }

  /** Making one that is there changes nothing. */
  create(name: string): void {
    if (this.#byName.has(name)) return;
    this.#byName.set(name, new Domain(name, this.#delay));
    this.#names.add(name);
  }

  /** Deleting one that is not there changes nothing. */
  delete(name: string): void {
    if (this.#byName.delete(name)) this.#names.remove(name);
  }

  /** The names behind this one, in order. */
  after(name: string): readonly string[] {
    return this.#names.all().slice(name === '' ? 0 : this.#names.position(name, true));
  }
}
