import { SortedMap } from '../../ordering/sorted-map.js';
import type { StoredObject } from './stored-object.js';

/** The versions of a container's objects, each name's newest first; the one that is current is among them. */
export class Versions {
  readonly #lines = new SortedMap<readonly StoredObject[]>();
  #bytes = 0;

  get empty(): boolean {
    return this.#lines.size === 0;
  }

  /** The bytes of all of them. */
  get bytes(): number {
    return this.#bytes;
  }

  of(name: string): readonly StoredObject[] {
    return this.#lines.get(name) ?? [];
  }

  find(name: string, versionId: string): StoredObject | undefined {
    return this.of(name).find((one) => one.versionId === versionId);
  }

  /** Puts one before the others of its name. */
  add(object: StoredObject): void {
    this.#bytes += object.piece.size;
    this.#lines.set(object.name, [object, ...this.of(object.name)]);
  }

  /** Puts one in the place of the one of the same version. */
  replace(object: StoredObject): void {
    const line = this.of(object.name).map((one) => (one.versionId === object.versionId ? object : one));
    this.#lines.set(object.name, line);
  }

  remove({ name, versionId, piece }: StoredObject): void {
    this.#bytes -= piece.size;
    const left = this.of(name).filter((one) => one.versionId !== versionId);
    if (left.length > 0) this.#lines.set(name, left);
    else this.#lines.delete(name);
  }

  /** The names with their versions, in order. */
  get lines(): SortedMap<readonly StoredObject[]> {
    return this.#lines;
  }
}
