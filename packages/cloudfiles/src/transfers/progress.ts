/** How far a transfer is, in bytes. */
interface Progress {
  readonly done: number;
  /** Of all; `undefined` while nobody knows. */
  readonly size: number | undefined;
}

/** Hears how far a transfer is. What it throws is nobody's. */
export type ProgressListener = (progress: Progress) => void;

/** Adds up what is done, and tells of it. */
export class ProgressCount {
  readonly #listener: ProgressListener | undefined;
  readonly #size: number | undefined;
  #done = 0;

  constructor(listener: ProgressListener | undefined, size: number | undefined) {
    this.#listener = listener;
    this.#size = size;
  }

  add(bytes: number): void {
    this.#done += bytes;
    try {
      this.#listener?.({ done: this.#done, size: this.#size });
    } catch {
      // Who listens has no say in what becomes of the bytes.
    }
  }
}
