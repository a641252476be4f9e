import { randomUUID } from 'node:crypto';
import type { Piece } from './piece.js';

/** A piece that is small enough to be held. */
export class MemoryPiece implements Piece {
  readonly id: string = randomUUID();
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get size(): number {
    return this.#bytes.length;
  }

  async *read(start: number, end: number): AsyncIterable<Buffer> {
    if (start < end) yield this.#bytes.subarray(start, end);
  }

  hold(): () => void {
    return () => {};
  }

  drop(): void {}
}
