import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Checksum, nothing, update } from './crc32.js';

/** Bytes that are gathered before they are written. */
const gathered = 2 ** 19;

/**
 * Writes what comes of streams to places in a file, and adds up the CRC32 of each so many bytes. Chunks are copied into one of two buffers, of which one is written while the other
 * is filled: chunks that wait to be written would outlive the collector's young, and cost more than the copy.
 */
export class FileWriter {
  readonly #file: FileHandle;
  #buffer: Buffer = Buffer.allocUnsafeSlow(gathered);
  #other: Buffer = Buffer.allocUnsafeSlow(gathered);
  #filled = 0;
  #position = 0;
  #unit = Number.POSITIVE_INFINITY;
  #checksums: Checksum[] = [];
  #writing: Promise<void> = Promise.resolve();
  #isWriting = false;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Of what came since it was placed, one for each unit. */
  get checksums(): readonly Checksum[] {
    return this.#checksums;
  }

  /** Bytes that came since it was placed. */
  get taken(): number {
    return this.#checksums.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Begins at a place of the file, with a checksum for each so many bytes. */
  place(position: number, unit: number): void {
    this.#position = position;
    this.#unit = unit;
    this.#checksums = [];
    this.#filled = 0;
  }

  /** Takes all of a stream. What came before it broke off is written, too. */
  async take(stream: Readable): Promise<void> {
    try {
      await this.#read(stream);
    } finally {
      await this.#writing;
      this.#flush();
      await this.#writing;
    }
  }

  /** By its events: to wait for each chunk of a loop would cost as much as the rest. */
  #read(stream: Readable): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        stream.destroy();
        reject(error);
      };
      stream.on('data', (chunk: Uint8Array) => {
        const rest = this.#fill(chunk);
        if (rest === undefined) return;
        stream.pause();
        this.#drain(rest).then(() => stream.resume(), fail);
      });
      stream.once('end', resolve);
      stream.once('error', reject);
      stream.once('close', () => reject(new Error('the answer ended before all of it had come')));
    });
  }

  /** Takes a chunk as far as there is a buffer for it, and gives what is left. */
  #fill(chunk: Uint8Array): Uint8Array | undefined {
    let rest = chunk;
    while (rest.byteLength > 0) {
      const room = Math.min(rest.byteLength, gathered - this.#filled);
      this.#buffer.set(rest.subarray(0, room), this.#filled);
      this.#filled += room;
      rest = rest.subarray(room);
      if (this.#filled < gathered) return undefined;
      if (this.#isWriting) return rest;
      this.#flush();
    }
    return undefined;
  }

  /** Waits for a buffer, and goes on with what was left. */
  async #drain(rest: Uint8Array): Promise<void> {
    for (let left: Uint8Array | undefined = rest; left !== undefined; ) {
      await this.#writing;
      this.#flush();
      left = this.#fill(left);
    }
  }

  /** Begins to write what is in the buffer, and fills the other one from now on. */
  #flush(): void {
    const bytes = this.#buffer.subarray(0, this.#filled);
    if (bytes.byteLength === 0) return;
    [this.#buffer, this.#other, this.#filled] = [this.#other, this.#buffer, 0];
    this.#addUp(bytes);
    this.#isWriting = true;
    this.#writing = this.#write(bytes, this.#position).finally(() => {
      this.#isWriting = false;
    });
    this.#writing.catch(() => 'whoever waits for it is told');
    this.#position += bytes.byteLength;
  }

  #addUp(bytes: Buffer): void {
    for (let at = 0; at < bytes.byteLength; ) {
      const last = this.#checksums.at(-1);
      const open = last === undefined || last.bytes === this.#unit ? nothing : last;
      if (open === nothing) this.#checksums.push(nothing);
      const piece = bytes.subarray(at, at + Math.min(bytes.byteLength, this.#unit - open.bytes));
      this.#checksums[this.#checksums.length - 1] = update(open, piece);
      at += piece.byteLength;
    }
  }

  async #write(bytes: Buffer, position: number): Promise<void> {
    for (let written = 0; written < bytes.byteLength; ) {
      const { bytesWritten } = await this.#file.write(bytes, written, bytes.byteLength - written, position + written);
      written += bytesWritten;
    }
  }
}
