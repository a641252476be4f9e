import { S3Error } from '../errors/s3-error.js';

const MAX_LINE = 16_384;

/** Reads lines and runs of bytes off a stream, without holding more than what came at once. */
export class ByteReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line, without its end. Throws {@link S3Error} when the stream ends before it does. */
  async line(): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#held.toString('latin1', 0, end);
        this.#held = this.#held.subarray(end + 2);
        return line;
      }
      if (this.#held.length > MAX_LINE) throw incompleteBody();
      const more = await this.#next();
      this.#held = Buffer.concat([this.#held, more]);
    }
  }

  /** The next so many bytes, as they come. */
  async *bytes(count: number): AsyncIterable<Buffer> {
    let left = count;
    while (left > 0) {
      if (this.#held.length === 0) this.#held = await this.#next();
      const part = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  /** Reads on to the end, so that nothing is left in the connection. */
  async drain(): Promise<void> {
    for (;;) if ((await this.#source.next()).done) return;
  }

  async #next(): Promise<Buffer> {
    const { value, done } = await this.#source.next();
    if (done) throw incompleteBody();
    return value;
  }
}

/** A body that is shorter, or longer, than was said. */
export function incompleteBody(): S3Error {
  return new S3Error(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}
