import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Folder } from '../../pieces/folder.js';

/** What records are of: each kind has a folder. */
export type RecordKind = 'buckets' | 'versions' | 'uploads' | 'parts';

/** Notes that outlive the cloud, one file each, where its folder does; where it does not, nothing is noted. */
export class Records {
  readonly #folder: Folder;
  readonly #made = new Set<RecordKind>();

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** Writes a note, or writes it anew: beside, then renamed, so that it is whole whenever the cloud ends. */
  put(kind: RecordKind, id: string, note: object): void {
    if (!this.#folder.stays) return;
    const path = join(this.#pathOf(kind), `${id}.json`);
    writeFileSync(`${path}.part`, JSON.stringify(note));
    renameSync(`${path}.part`, path);
  }

  remove(kind: RecordKind, id: string): void {
    if (this.#folder.stays) rmSync(join(this.#pathOf(kind), `${id}.json`), { force: true });
  }

  /** Every note of a kind. */
  all(kind: RecordKind): readonly unknown[] {
    if (!this.#folder.stays) return [];
    const folder = this.#pathOf(kind);
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return names.map((name): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  }

  #pathOf(kind: RecordKind): string {
    const path = join(this.#folder.path(), kind);
    if (!this.#made.has(kind)) mkdirSync(path, { recursive: true });
    this.#made.add(kind);
    return path;
  }
}
