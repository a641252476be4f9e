import type { Resource } from './resource.js';

/** One resource and its place in the order of making, which pages go by. */
export interface Placed<T> {
  readonly place: number;
  readonly resource: T;
}

/** The resources of one kind in one region, in the order they were made. */
export class Collection<T extends Resource> {
  readonly #byId = new Map<string, Placed<T>>();
  #next = 1;

  add(resource: T): T {
    this.#byId.set(resource.id, { place: this.#next, resource });
    this.#next += 1;
    return resource;
  }

  get(id: string): T | undefined {
    return this.#byId.get(id)?.resource;
  }

  delete(id: string): void {
    this.#byId.delete(id);
  }

  /** All of them, in order. */
  placed(): Iterable<Placed<T>> {
    return this.#byId.values();
  }
}
