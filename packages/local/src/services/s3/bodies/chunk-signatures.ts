import { createHash, type Hash } from 'node:crypto';
import { sha256 } from '../../../sigv4/canonical-request.js';
import type { Claim } from '../../../sigv4/claim.js';
import { hmac, sameText, scopeOf, signingKey } from '../../../sigv4/signature.js';
import { mismatch } from '../door/verify-s3.js';

const EMPTY = sha256('');

/** The chain of a body's signatures: each chunk's covers the one before, and the first that of the head. */
export class ChunkSignatures {
  readonly #claim: Claim;
  readonly #key: Buffer;
  #previous: string;
  #hash: Hash = createHash('sha256');

  constructor(claim: Claim, secret: string) {
    this.#claim = claim;
    this.#key = signingKey(claim, secret);
    this.#previous = claim.signature;
  }

  /** Bytes of the chunk that is under way. */
  update(bytes: Buffer): void {
    this.#hash.update(bytes);
  }

  /** Ends a chunk. Throws an S3Error when its signature is another. */
  endChunk(given: string | undefined): void {
    const hash = this.#hash.digest('hex');
    this.#hash = createHash('sha256');
    this.#check('AWS4-HMAC-SHA256-PAYLOAD', [EMPTY, hash], given);
  }

  /** Ends the trailers: `name:value` and a newline for each. */
  endTrailers(text: string, given: string | undefined): void {
    this.#check('AWS4-HMAC-SHA256-TRAILER', [sha256(text)], given);
  }

  #check(algorithm: string, hashes: readonly string[], given = ''): void {
    const scope = scopeOf(this.#claim).join('/');
    const text = [algorithm, this.#claim.timestamp, scope, this.#previous, ...hashes].join('\n');
    const expected = hmac(this.#key, text).toString('hex');
    if (!sameText(expected, given)) {
      throw mismatch({ accessKeyId: this.#claim.accessKeyId, signature: given }, { StringToSign: text });
    }
    this.#previous = expected;
  }
}
