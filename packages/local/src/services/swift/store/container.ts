import { SortedMap } from '../../ordering/sorted-map.js';
import { timestamp } from '../wire/times.js';
import { Rows } from './rows.js';
import { isExpired, type StoredObject } from './stored-object.js';
import { Versions } from './versions.js';

/** What of a container never changes. */
export interface ContainerFacts {
  readonly name: string;
  /** In units of 10 µs. */
  readonly created: number;
  /** Milliseconds until its listing shows a change. */
  readonly listingTime: number;
}

/** A container: its objects, its listing, and what is said of it. */
export class Container {
  readonly name: string;
  readonly created: number;
  /** Headers that are kept, by their whole lower-case names. */
  readonly metadata: Map<string, string> = new Map();
  readonly rows: Rows;
  readonly versions: Versions = new Versions();
  /** Whether every version is kept; `undefined` where it was never said. */
  versioned: boolean | undefined;
  readonly #objects = new SortedMap<StoredObject>();
  readonly #expiring = new Map<string, number>();
  #nextExpiry = Number.POSITIVE_INFINITY;

  constructor({ name, created, listingTime }: ContainerFacts) {
    this.name = name;
    this.created = created;
    this.rows = new Rows(listingTime);
  }

  get empty(): boolean {
    return this.#objects.size === 0;
  }

  /** The bytes that it shows, with those of the versions that are kept. */
  bytes(now: number): number {
    return this.rows.bytes(now) + this.versions.bytes;
  }

  /** The object of that name; none whose time is over. */
  find(name: string, now: number): StoredObject | undefined {
    const object = this.#objects.get(name);
    return object && !isExpired(object, now) ? object : undefined;
  }

  /** Puts an object, in the place of any that has its name. */
  put(object: StoredObject, now: number): StoredObject {
    const { name } = object;
    const before = this.#objects.get(name);
    const put = this.versioned ? { ...object, versionId: timestamp(object.stamp) } : object;
    if (before) this.#leave(before);
    if (this.versioned) this.versions.add(put);
    this.#show(name, put, now);
    return put;
  }

  /** Puts one in the place of the one that it was made of: the bytes are the same. */
  replace(object: StoredObject, now: number): void {
    if (object.versionId !== undefined) this.versions.replace(object);
    const current = this.#objects.get(object.name);
    if (current && current.versionId === object.versionId) this.#show(object.name, object, now);
  }

  /** Takes the object of that name away. Where versions are kept it stays as one, and `marker` says that it is gone. */
  remove(name: string, now: number, marker?: StoredObject): StoredObject | undefined {
    const before = this.#objects.get(name);
    if (before) this.#leave(before);
    if (this.versioned && marker) this.versions.add(marker);
    this.#show(name, undefined, now);
    return before;
  }

  /** Takes one version away. */
  removeVersion(object: StoredObject, now: number): void {
    if (object.versionId !== undefined) this.versions.remove(object);
    if (this.#objects.get(object.name)?.versionId === object.versionId) this.#show(object.name, undefined, now);
    object.piece.drop();
  }

  /** Takes an object out, and leaves its bytes to the caller. */
  take(object: StoredObject, now: number): void {
    this.#show(object.name, undefined, now);
  }

  /** Removes whatever has been over for as long as a listing takes to show it. */
  settle(now: number): void {
    if (now < this.#nextExpiry) return;
    for (const [name, at] of [...this.#expiring]) if (at <= now) this.remove(name, now);
    this.#nextExpiry = Math.min(Number.POSITIVE_INFINITY, ...this.#expiring.values());
  }

  /** What becomes of an object that another takes the place of. */
  #leave(object: StoredObject): void {
    if (object.versionId !== undefined) return;
    if (this.versioned) this.versions.add({ ...object, versionId: 'null' });
    else object.piece.drop();
  }

  #show(name: string, object: StoredObject | undefined, now: number): void {
    if (object) this.#objects.set(name, object);
    else this.#objects.delete(name);
    this.#expiring.delete(name);
    if (object?.deleteAt !== undefined) this.#expire(name, object.deleteAt * 1000);
    this.rows.set(name, object, now);
  }

  #expire(name: string, at: number): void {
    this.#expiring.set(name, at);
    this.#nextExpiry = Math.min(this.#nextExpiry, at);
  }
}
