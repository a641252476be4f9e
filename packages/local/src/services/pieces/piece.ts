/** Bytes that are kept, and never change. */
export interface Piece {
  /** The name of its file; its own name only where it is held in memory. */
  readonly id: string;
  readonly size: number;
  /** The bytes from `start` up to, not including, `end`. */
  read(start: number, end: number): AsyncIterable<Buffer>;
  /** Keeps it readable, whatever happens to it, until what this gives is called. */
  hold(): () => void;
  /** Gives it up: its bytes go as soon as nobody holds it. */
  drop(): void;
}

/** Keeps several readable, until what this gives is called. */
export function holdPieces(pieces: readonly Piece[]): () => void {
  const releases = pieces.map((piece) => piece.hold());
  return () => {
    for (const release of releases) release();
  };
}

/** The bytes of several pieces on end. */
export async function* readPieces(pieces: readonly Piece[], start: number, end: number): AsyncIterable<Buffer> {
  const release = holdPieces(pieces);
  try {
    let at = 0;
    for (const piece of pieces) {
      const [from, to] = [Math.max(start - at, 0), Math.min(end - at, piece.size)];
      if (from < to) yield* piece.read(from, to);
      at += piece.size;
    }
  } finally {
    release();
  }
}
