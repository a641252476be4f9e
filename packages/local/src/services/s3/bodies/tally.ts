import { S3Error } from '../errors/s3-error.js';
import type { BodyTerms } from './body-terms.js';
import { badDigest, checksumHeader, checkValue } from './checksum-claim.js';
import { type ChecksumAlgorithm, type Digest, makeDigest } from './digests.js';
import type { Measured } from './incoming-body.js';

/** Counts a body as it passes by, and holds it to what was said of it. */
export class Tally {
  size = 0;
  readonly #terms: BodyTerms;
  readonly #md5 = makeDigest('MD5');
  readonly #sha256: Digest | undefined;
  readonly #algorithm: ChecksumAlgorithm | undefined;
  readonly #sum: Digest | undefined;
  #measured: Measured | undefined;

  constructor(terms: BodyTerms, algorithm: ChecksumAlgorithm | undefined) {
    this.#terms = terms;
    this.#sha256 = terms.sha256 === undefined ? undefined : makeDigest('SHA256');
    this.#algorithm = terms.claim?.algorithm ?? algorithm;
    this.#sum = this.#algorithm && makeDigest(this.#algorithm);
  }

  update(bytes: Buffer): void {
    this.size += bytes.length;
    this.#md5.update(bytes);
    this.#sha256?.update(bytes);
    this.#sum?.update(bytes);
  }

  /** Throws {@link S3Error} when the body is not what was said of it. */
  async end(trailers: ReadonlyMap<string, string>): Promise<void> {
    const md5 = (await this.#md5.digest()).toString('hex');
    await this.#checkSha256();
    this.#checkMd5(md5);
    const value = (await this.#sum?.digest())?.toString('base64');
    const checksum = this.#algorithm && value !== undefined ? { algorithm: this.#algorithm, value } : undefined;
    this.#checkSum(value, trailers);
    this.#measured = { size: this.size, md5, checksum };
  }

  /** What came out; only after the end. */
  get measured(): Measured {
    if (!this.#measured) throw new Error('The body was not read to its end.');
    return this.#measured;
  }

  async #checkSha256(): Promise<void> {
    const calculated = (await this.#sha256?.digest())?.toString('hex');
    if (calculated === this.#terms.sha256) return;
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    throw new S3Error('XAmzContentSHA256Mismatch', message, 400, {
      details: { ClientComputedContentSHA256: this.#terms.sha256, S3ComputedContentSHA256: calculated },
    });
  }

  #checkMd5(calculated: string): void {
    const { md5: expected } = this.#terms;
    if (expected === undefined || expected === calculated) return;
    throw new S3Error('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400, {
      details: { ExpectedDigest: expected, CalculatedDigest: Buffer.from(calculated, 'hex').toString('base64') },
    });
  }

  #checkSum(calculated: string | undefined, trailers: ReadonlyMap<string, string>): void {
    const { claim } = this.#terms;
    if (!claim) return;
    const declared = claim.value ?? trailers.get(checksumHeader(claim.algorithm));
    if (declared === undefined)
      throw new S3Error('MalformedTrailerError', 'The request contained trailing data that was not well-formed.');
    checkValue(claim.algorithm, declared);
    if (declared !== calculated) throw badDigest(claim.algorithm);
  }
}
