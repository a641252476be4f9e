import { holdPieces, type Piece } from '../../pieces/piece.js';

/** Some bytes of a piece: from `start` up to, not including, `end`. */
export interface Slice {
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

/** All bytes of a piece. */
export function wholePiece(piece: Piece): Slice {
  return { piece, start: 0, end: piece.size };
}

export function sizeOfSlices(slices: readonly Slice[]): number {
  return slices.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** What of these bytes lies from `from` up to, not including, `to`. */
export function cutSlices(slices: readonly Slice[], from: number, to: number): readonly Slice[] {
  let at = 0;
  return slices.flatMap(({ piece, start, end }) => {
    const [first, last] = [Math.max(from - at, 0) + start, Math.min(to - at, end - start) + start];
    at += end - start;
    return first < last ? [{ piece, start: first, end: last }] : [];
  });
}

/** The bytes, as they are read. They stay readable until they are read, whatever happens to the objects. */
export async function* readSlices(slices: readonly Slice[]): AsyncIterable<Buffer> {
  const release = holdPieces(slices.map(({ piece }) => piece));
  try {
    for (const { piece, start, end } of slices) yield* piece.read(start, end);
  } finally {
    release();
  }
}
