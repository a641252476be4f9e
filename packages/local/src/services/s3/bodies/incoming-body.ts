import type { Piece } from '../../pieces/piece.js';
import type { PieceStore } from '../../pieces/piece-store.js';
import { malformedXml } from '../errors/errors.js';
import { entityTooLarge, S3_LIMITS } from '../errors/limits.js';
import { decodeChunked } from './aws-chunked.js';
import type { BodyTerms } from './body-terms.js';
import { incompleteBody } from './byte-reader.js';
import type { ChecksumAlgorithm } from './digests.js';
import { Tally } from './tally.js';

/** What is known of a body once it is read. */
export interface Measured {
  readonly size: number;
  /** In hexadecimal. */
  readonly md5: string;
  /** In base64. */
  readonly checksum: { readonly algorithm: ChecksumAlgorithm; readonly value: string } | undefined;
}

const MAX_DOCUMENT = 2 * 1_048_576;

/** The body of a request, which is read once: its chunks taken off, and all that was said of it checked. */
export class IncomingBody {
  readonly #stream: AsyncIterable<Buffer>;
  readonly #terms: BodyTerms;

  constructor(stream: AsyncIterable<Buffer>, terms: BodyTerms) {
    this.#stream = stream;
    this.#terms = terms;
  }

  /** The bytes that it is to have. */
  get length(): number | undefined {
    return this.#terms.length;
  }

  /** Whether its sender declared a sum of it. */
  get hasSum(): boolean {
    return this.#terms.md5 !== undefined || this.#terms.claim !== undefined;
  }

  /**
   * Keeps it as a piece. Nothing stays of one that is not what was said of it.
   *
   * @param algorithm - the checksum to take of it where its sender declares none
   */
  async save(pieces: PieceStore, algorithm?: ChecksumAlgorithm): Promise<Measured & { readonly piece: Piece }> {
    const { length = 0 } = this.#terms;
    if (length > S3_LIMITS.put) throw entityTooLarge(length, S3_LIMITS.put);
    const tally = new Tally(this.#terms, algorithm);
    const piece = await pieces.write(this.#bytes(tally));
    return { ...tally.measured, piece };
  }

  /** The whole of it, as text: only documents are read so. */
  async text(): Promise<string> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of this.#bytes(new Tally(this.#terms, undefined))) {
      size += part.length;
      if (size > MAX_DOCUMENT) throw malformedXml();
      parts.push(part);
    }
    return Buffer.concat(parts).toString('utf8');
  }

  async *#bytes(tally: Tally): AsyncIterable<Buffer> {
    const { chunks, trailers, length } = this.#terms;
    const source = chunks ? decodeChunked(this.#stream, { ...chunks, trailers }) : this.#stream;
    for await (const part of source) {
      tally.update(part);
      if (length !== undefined && tally.size > length) throw incompleteBody();
      yield part;
    }
    if (length !== undefined && tally.size !== length) throw incompleteBody();
    await tally.end(trailers);
  }
}
