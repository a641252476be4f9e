import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { longestMemory, memoryOf, recall } from './breaker-memory.js';
import type { Breakers } from './breakers.js';

/** How long after a change the file is written, so that a fan-out's failures are written together, in milliseconds. */
const writtenAfter = 1_000;

/** A file in which breakers outlive their process. What goes wrong with it is no trouble of any call: then nothing is remembered. */
export class BreakerFile implements AsyncDisposable {
  readonly #path: string;
  readonly #breakers: Breakers;
  readonly #mayRemember: (origin: string) => boolean;
  readonly #off: () => void;
  #due: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #isChanged = false;

  constructor(path: string, breakers: Breakers, mayRemember: (origin: string) => boolean) {
    this.#path = path;
    this.#breakers = breakers;
    this.#mayRemember = mayRemember;
    this.#off = breakers.onChange(() => this.#changed());
  }

  /** Takes over what it says. */
  async read(): Promise<void> {
    recall(await this.#text(), this.#breakers, this.#mayRemember, Date.now());
  }

  /** Writes what has changed, and changes it no more. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#off();
    clearTimeout(this.#due);
    await this.#written();
  }

  #changed(): void {
    this.#isChanged = true;
    this.#due ??= setTimeout(() => {
      this.#due = undefined;
      void this.#written();
    }, writtenAfter).unref();
  }

  #written(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    if (!this.#isChanged) return;
    this.#isChanged = false;
    const text = memoryOf(await this.#text(), this.#breakers, this.#mayRemember, Date.now());
    // Beside it and then in its place, so that nobody ever reads half of it.
    const beside = `${this.#path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    try {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      await writeFile(beside, text, { mode: 0o600, flag: 'wx' });
      await rename(beside, this.#path);
    } catch {
      // No room, or no right to write there: the next process asks for itself.
      await rm(beside, { force: true }).catch(() => 'nothing was written');
    }
  }

  async #text(): Promise<string> {
    try {
      await using file = await open(this.#path, 'r');
      const { size } = await file.stat();
      return size > longestMemory ? '' : await file.readFile('utf8');
    } catch {
      // There is none yet, or it is not for us to read.
      return '';
    }
  }
}
