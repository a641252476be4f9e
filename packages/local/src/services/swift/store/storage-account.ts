import { SortedMap } from '../../ordering/sorted-map.js';
import { Container } from './container.js';

/** An account in one region: its containers, and what is said of it. */
export class StorageAccount {
  /** The account's id in the cloud. */
  readonly id: string;
  /** Headers that are kept, by their whole lower-case names. */
  readonly metadata: Map<string, string> = new Map();
  readonly containers: SortedMap<Container> = new SortedMap<Container>();
  readonly created: number;
  readonly #listingTime: number;

  constructor(id: string, created: number, listingTime: number) {
    this.id = id;
    this.created = created;
    this.#listingTime = listingTime;
  }

  /** The container of that name, with nothing in it whose time is over. */
  find(name: string | undefined, now: number): Container | undefined {
    const container = this.containers.get(name ?? '');
    container?.settle(now);
    return container;
  }

  /** Makes a container. */
  make(name: string, created: number): Container {
    const container = new Container({ name, created, listingTime: this.#listingTime });
    this.containers.set(name, container);
    return container;
  }

  /** The containers, the objects and the bytes that it has, as far as listings show them. */
  usage(now: number): { readonly containers: number; readonly objects: number; readonly bytes: number } {
    let [objects, bytes] = [0, 0];
    for (const [, container] of this.containers.from(() => true)) {
      objects += container.rows.count(now);
      bytes += container.bytes(now);
    }
    return { containers: this.containers.size, objects, bytes };
  }
}
