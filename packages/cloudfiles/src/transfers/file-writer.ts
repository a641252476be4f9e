import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Bytes that are gathered before they are written. */
const gathered = 2 ** 20;

/** Writes what comes of a stream to a place in a file, some chunks by one call of the system, none copied, and adds up their MD5. */
export class FileWriter {
  readonly #file: FileHandle;
  readonly #hash = createHash('md5');
  #position: number;
  #chunks: Uint8Array[] = [];
  #waiting = 0;
  #bytes = 0;

  constructor(file: FileHandle, position: number) {
    this.#file = file;
    this.#position = position;
  }

  /** How many came so far. */
  get bytes(): number {
    return this.#bytes;
  }

  /** The MD5 of all, in hexadecimal; asked once, at the end. */
  md5(): string {
    return this.#hash.digest('hex');
  }

  /** Takes all of a stream. What came before it broke off is written, too. */
  async take(stream: Readable): Promise<void> {
    try {
      await this.#read(stream);
    } finally {
      await this.#flush();
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
        this.#hash.update(chunk);
        this.#bytes += chunk.byteLength;
        this.#chunks.push(chunk);
        this.#waiting += chunk.byteLength;
        if (this.#waiting < gathered) return;
        stream.pause();
        this.#flush().then(() => stream.resume(), fail);
      });
      stream.once('end', resolve);
      stream.once('error', reject);
      stream.once('close', () => reject(new Error('the answer ended before all of it had come')));
    });
  }

  async #flush(): Promise<void> {
    let chunks = this.#chunks;
    this.#chunks = [];
    this.#waiting = 0;
    while (chunks.length > 0) {
      const { bytesWritten } = await this.#file.writev(chunks, this.#position);
      this.#position += bytesWritten;
      chunks = without(chunks, bytesWritten);
    }
  }
}

/** What is left of chunks when so many bytes of them have been written. */
function without(chunks: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let left = bytes;
  return chunks.flatMap((chunk) => {
    const cut = Math.min(left, chunk.byteLength);
    left -= cut;
    return cut === chunk.byteLength ? [] : [chunk.subarray(cut)];
  });
}
