import { createReadStream, rmSync } from 'node:fs';
import type { Piece } from './piece.js';

/** How much of a file is read at once. */
const READ_BYTES = 262_144;

/** A piece in a file of its own. */
export class FilePiece implements Piece {
  readonly id: string;
  readonly path: string;
  readonly size: number;
  #holders = 0;
  #dropped = false;

  constructor(id: string, path: string, size: number) {
    this.id = id;
    this.path = path;
    this.size = size;
  }

  read(start: number, end: number): AsyncIterable<Buffer> {
    return createReadStream(this.path, { start, end: end - 1, highWaterMark: READ_BYTES });
  }

  hold(): () => void {
    this.#holders += 1;
    return () => {
      this.#holders -= 1;
      this.#sweep();
    };
  }

  drop(): void {
    this.#dropped = true;
    this.#sweep();
  }

  #sweep(): void {
    if (this.#dropped && this.#holders === 0) rmSync(this.path, { force: true });
  }
}
