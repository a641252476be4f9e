import { SortedMap } from '../../ordering/sorted-map.js';
import { noteOfVersion } from './notes.js';
import { type ObjectVersion, piecesOf } from './object-version.js';
import type { Records } from './records.js';

/** The objects of a bucket: each key's versions, the newest first. */
export class Objects {
  readonly #bucket: string;
  readonly #records: Records;
  readonly #lines = new SortedMap<readonly ObjectVersion[]>();

  constructor(bucket: string, records: Records) {
    this.#bucket = bucket;
    this.#records = records;
  }

  get empty(): boolean {
    return this.#lines.size === 0;
  }

  /** The versions of a key. */
  versions(key: string): readonly ObjectVersion[] {
    return this.#lines.get(key) ?? [];
  }

  /** The newest version of a key, which may be a delete marker. */
  latest(key: string): ObjectVersion | undefined {
    return this.versions(key)[0];
  }

  version(key: string, versionId: string): ObjectVersion | undefined {
    return this.versions(key).find((version) => version.versionId === versionId);
  }

  /** Every key from the first that passes, in order. */
  from(passes: (key: string) => boolean): IterableIterator<[string, readonly ObjectVersion[]]> {
    return this.#lines.from(passes);
  }

  /** Puts a version before the others of its key. A null version takes the place of the one before it. */
  add(version: ObjectVersion): void {
    const before = this.versions(version.key);
    const replaced = version.versionId === 'null' ? before.filter(({ versionId }) => versionId === 'null') : [];
    this.#records.put('versions', version.id, noteOfVersion(this.#bucket, version));
    this.#lines.set(version.key, [version, ...before.filter((one) => !replaced.includes(one))]);
    for (const one of replaced) this.#forget(one);
  }

  /** Takes up what was noted before, in any order. */
  take(version: ObjectVersion): void {
    const line = [...this.versions(version.key), version].sort((a, b) => b.sequence - a.sequence);
    this.#lines.set(version.key, line);
  }

  /** Puts one in the place of the version that it was made of; the bytes are the same. */
  replace(version: ObjectVersion): void {
    const line = this.versions(version.key).map((one) => (one.id === version.id ? version : one));
    this.#records.put('versions', version.id, noteOfVersion(this.#bucket, version));
    this.#lines.set(version.key, line);
  }

  remove(version: ObjectVersion): void {
    const left = this.versions(version.key).filter((one) => one.id !== version.id);
    if (left.length > 0) this.#lines.set(version.key, left);
    else this.#lines.delete(version.key);
    this.#forget(version);
  }

  #forget(version: ObjectVersion): void {
    this.#records.remove('versions', version.id);
    for (const piece of piecesOf(version)) piece.drop();
  }
}
