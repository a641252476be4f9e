import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FilePiece } from './file-piece.js';
import type { Folder } from './folder.js';
import { MemoryPiece } from './memory-piece.js';
import type { Piece } from './piece.js';

/** A piece of up to so many bytes is held, where nothing is to outlive the cloud. */
const HELD_BYTES = 65_536;

/** Where bytes are kept: those of small pieces in memory, those of others in files, or all of them in files that stay. */
export class PieceStore {
  readonly #folder: Folder;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** Keeps what the source gives, as fast as it can be kept. Nothing stays of a source that fails. */
  async write(source: AsyncIterable<Buffer>): Promise<Piece> {
    const held: Buffer[] = [];
    let size = 0;
    const iterator = source[Symbol.asyncIterator]();
    while (!this.#folder.stays && size <= HELD_BYTES) {
      const { value, done } = await iterator.next();
      if (done) return new MemoryPiece(Buffer.concat(held, size));
      // Copied: a part of a buffer would keep the whole of it.
      held.push(Buffer.from(value));
      size += value.length;
    }
    return this.#writeFile(held, iterator);
  }

  /** The same bytes once more, to be dropped on their own. */
  async copy(piece: Piece): Promise<Piece> {
    if (!(piece instanceof FilePiece)) return piece;
    const id = randomUUID();
    const path = this.#pathOf(id);
    const release = piece.hold();
    try {
      // A link is no work; where files cannot be linked, they are copied.
      await link(piece.path, path).catch(() => copyFile(piece.path, path));
    } finally {
      release();
    }
    return new FilePiece(id, path, piece.size);
  }

  /** A piece that was kept before. */
  find(id: string, size: number): Piece {
    return new FilePiece(id, this.#pathOf(id), size);
  }

  async #writeFile(first: readonly Buffer[], rest: AsyncIterator<Buffer>): Promise<Piece> {
    const id = randomUUID();
    const path = this.#pathOf(id);
    const beside = `${path}.part`;
    try {
      const size = await writeAll(beside, first, rest);
      await rename(beside, path);
      return new FilePiece(id, path, size);
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
  }

  #pathOf(id: string): string {
    const folder = join(this.#folder.path(), 'pieces');
    mkdirSync(folder, { recursive: true });
    return join(folder, id);
  }

  /** Removes what no record names: what a cloud left that ended in the middle of its work. */
  sweep(known: ReadonlySet<string>): void {
    const folder = join(this.#folder.path(), 'pieces');
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of names) if (!known.has(name)) rmSync(join(folder, name), { force: true });
  }
}

async function writeAll(path: string, first: readonly Buffer[], rest: AsyncIterator<Buffer>): Promise<number> {
  const file = await open(path, 'wx');
  let size = 0;
  try {
    for (const part of first) size += await append(file, part);
    for (;;) {
      const { value, done } = await rest.next();
      if (done) return size;
      size += await append(file, value);
    }
  } finally {
    await file.close();
  }
}

async function append(file: FileHandle, part: Buffer): Promise<number> {
  await file.appendFile(part);
  return part.length;
}
