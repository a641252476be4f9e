import type { FileHandle } from 'node:fs/promises';
import { OptionError } from '@proj/core';

/** A part that is to be sent. Its bytes are good until the buffer that they were read into is used again. */
export interface Part {
  /** From 1 on. */
  readonly number: number;
  readonly bytes: Buffer;
}

/** Gives the parts of an object in their order, each read into a buffer of the caller's. */
export interface PartSource {
  /** Bytes of all, where that is known. */
  readonly size: number | undefined;
  /** The next one; `undefined` when there are no more. Not called again before it has answered. */
  next(buffer: Buffer): Promise<Part | undefined>;
  /** Whether the part that was given last is the last of all, as far as is known. */
  readonly isAtEnd: boolean;
  close(): Promise<void>;
}

/** The parts of a file, without those that are there already. */
export class FileParts implements PartSource {
  readonly size: number;
  readonly #file: FileHandle;
  readonly #partSize: number;
  readonly #isThere: (number: number) => boolean;
  #number = 0;

  constructor(file: FileHandle, size: number, partSize: number, isThere: (number: number) => boolean = () => false) {
    this.size = size;
    this.#file = file;
    this.#partSize = partSize;
    this.#isThere = isThere;
  }

  get isAtEnd(): boolean {
    return this.#number * this.#partSize >= this.size;
  }

  async next(buffer: Buffer): Promise<Part | undefined> {
    do this.#number += 1;
    while (this.#isThere(this.#number));
    const start = (this.#number - 1) * this.#partSize;
    const length = Math.min(this.#partSize, this.size - start);
    if (length <= 0 && this.#number > 1) return undefined;
    const bytes = buffer.subarray(0, Math.max(0, length));
    await readFully(this.#file, bytes, start);
    return { number: this.#number, bytes };
  }

  /** The file is its opener's. */
  async close(): Promise<void> {}
}

/** Reads all of a piece of a file. @throws OptionError when the file has become shorter */
export async function readFully(file: FileHandle, bytes: Buffer, start: number): Promise<void> {
  for (let read = 0; read < bytes.byteLength; ) {
    const { bytesRead } = await file.read(bytes, read, bytes.byteLength - read, start + read);
    if (bytesRead === 0) throw new OptionError('the file has become shorter while it was read');
    read += bytesRead;
  }
}

/** The parts of a stream, whose length nobody knows. */
export class StreamParts implements PartSource {
  readonly size = undefined;
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();
  #number = 0;
  #isAtEnd = false;

  constructor(stream: AsyncIterable<Uint8Array | string>) {
    this.#chunks = bytesOf(stream);
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  async next(buffer: Buffer): Promise<Part | undefined> {
    if (this.#isAtEnd) return undefined;
    const filled = await this.#fill(buffer);
    // Whether there is more decides whether it is one part, which goes by one request.
    if (filled === buffer.byteLength) await this.#look();
    if (filled === 0 && this.#number > 0) return undefined;
    this.#number += 1;
    return { number: this.#number, bytes: buffer.subarray(0, filled) };
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #look(): Promise<void> {
    while (this.#rest.byteLength === 0 && !this.#isAtEnd) {
      const { done, value } = await this.#chunks.next();
      if (done === true) this.#isAtEnd = true;
      else this.#rest = value;
    }
  }

  async #fill(buffer: Buffer): Promise<number> {
    let filled = this.#take(buffer, 0, this.#rest);
    while (filled < buffer.byteLength) {
      const { done, value } = await this.#chunks.next();
      if (done === true) {
        this.#isAtEnd = true;
        return filled;
      }
      filled = this.#take(buffer, filled, value);
    }
    return filled;
  }

  #take(buffer: Buffer, at: number, chunk: Uint8Array): number {
    const room = Math.min(chunk.byteLength, buffer.byteLength - at);
    buffer.set(chunk.subarray(0, room), at);
    this.#rest = chunk.subarray(room);
    return at + room;
  }
}

async function* bytesOf(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of stream) {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
      throw new OptionError('upload(stream): the stream gives what is neither bytes nor text');
    }
    yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
}
