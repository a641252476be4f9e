import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where files are: in a folder that was named, and stays, or in one that is made when it is first needed, and goes. */
export class Folder {
  readonly #named: string | undefined;
  #made: string | undefined;
  #closed = false;

  constructor(named: string | undefined) {
    this.#named = named;
  }

  /** Whether it outlives the cloud. */
  get stays(): boolean {
    return this.#named !== undefined;
  }

  /** Its path; it is there. Throws once it is closed: what is still under way is not to make another. */
  path(): string {
    if (this.#closed) throw new Error('The cloud was closed.');
    this.#made ??= this.#make();
    return this.#made;
  }

  /** Removes it, unless it is to stay. */
  close(): void {
    if (this.#made !== undefined && !this.stays) rmSync(this.#made, { recursive: true, force: true });
    this.#closed = true;
  }

  #make(): string {
    if (this.#named === undefined) return mkdtempSync(join(tmpdir(), 'local-cloud-'));
    mkdirSync(this.#named, { recursive: true });
    return this.#named;
  }
}
