import { randomBytes, randomUUID } from 'node:crypto';
import { Folder } from '../../pieces/folder.js';
import { PieceStore } from '../../pieces/piece-store.js';
import { Buckets } from './buckets.js';
import type { ObjectVersion } from './object-version.js';
import { Records } from './records.js';
import { restore } from './restore.js';

/** All that a cloud's S3 has. */
export class Store {
  readonly buckets: Buckets;
  readonly pieces: PieceStore;
  readonly #folder: Folder;
  #sequence = 0;

  /** @param folder - where it is kept beyond the end of the cloud; without it nothing stays */
  constructor(folder: string | undefined) {
    this.#folder = new Folder(folder);
    const records = new Records(this.#folder);
    this.pieces = new PieceStore(this.#folder);
    this.buckets = new Buckets(records);
    if (folder !== undefined) this.#sequence = restore(records, this.buckets, this.pieces);
  }

  /** What a new version has of its own. */
  newVersion(versioned: boolean): Pick<ObjectVersion, 'id' | 'sequence' | 'versionId'> {
    this.#sequence += 1;
    const versionId = versioned ? randomBytes(24).toString('base64url') : 'null';
    return { id: randomUUID(), sequence: this.#sequence, versionId };
  }

  /** Removes what is not to stay. */
  close(): void {
    this.#folder.close();
  }
}
