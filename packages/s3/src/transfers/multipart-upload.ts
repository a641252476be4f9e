import type {
  CompletedPart,
  CompleteMultipartUploadCommandInput,
  CreateMultipartUploadCommandInput,
} from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { withoutQuotes } from '../objects/object-info.js';
import { timeFor, type WrittenObject } from '../objects/put-object.js';
import { quoted, type WriteOptions, wireAttributes } from '../objects/write-options.js';
import { base64Of, type Checksum, join, nothing, update } from './crc32.js';
import type { Part } from './part-source.js';
import { sendPart } from './send-part.js';

/** A part that the service has. */
export interface SentPart {
  readonly etag: string;
  readonly checksum: Checksum;
  /** Whether the service keeps it: stores of other makers do not, and take no object for one that is to be made of such parts. */
  readonly isKept: boolean;
}

/** What an upload by parts is of. */
export interface UploadTerms {
  readonly home: BucketHome;
  readonly key: string;
  readonly options: WriteOptions;
}

/** One upload by parts, from its beginning to its completion. */
export class MultipartUpload {
  readonly uploadId: string;
  readonly #terms: UploadTerms;
  readonly #parts = new Map<number, SentPart>();

  constructor(terms: UploadTerms, uploadId: string) {
    this.#terms = terms;
    this.uploadId = uploadId;
  }

  /** Begins one. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html */
  static async begin(terms: UploadTerms): Promise<MultipartUpload> {
    const { home, key, options } = terms;
    const ask: CreateMultipartUploadCommandInput = {
      ...wireAttributes(options),
      ...checksumOf(options),
      ...options.input,
      Bucket: home.name,
      Key: key,
    };
    const { UploadId } = await home.call(
      'createMultipartUpload',
      (native) => native.createMultipartUpload(ask),
      limitsOf(options),
    );
    if (UploadId === undefined) throw new Error('createMultipartUpload: the answer has no UploadId');
    return new MultipartUpload(terms, UploadId);
  }

  has(number: number): boolean {
    return this.#parts.has(number);
  }

  /** Takes in a part that the service has already. */
  keep(number: number, part: SentPart): void {
    this.#parts.set(number, part);
  }

  /** Sends one. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html */
  async send({ number, bytes }: Part): Promise<void> {
    const { home, options } = this.#terms;
    const checksum = update(nothing, bytes);
    const ask = {
      ...this.#id,
      PartNumber: number,
      Body: bytes,
      ContentLength: bytes.byteLength,
      ...(isOurs(options) ? { ChecksumCRC32: base64Of(checksum) } : { ChecksumAlgorithm: options.checksum }),
    };
    const limits = limitsOf(options);
    const timeout = limits.timeout ?? timeFor(bytes.byteLength);
    const answer = await home.call('uploadPart', (native) => sendPart(native, ask), { ...limits, timeout });
    this.keep(number, { etag: answer.ETag ?? '', checksum, isKept: answer.ChecksumCRC32 !== undefined });
  }

  /** Makes the object of its parts. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html */
  async complete(): Promise<WrittenObject> {
    const { home, key, options } = this.#terms;
    const parts = [...this.#parts].sort(([a], [b]) => a - b);
    const whole = parts.reduce((sum, [, { checksum }]) => join(sum, checksum), nothing);
    const areKept = parts.every(([, { isKept }]) => isKept);
    const ask: CompleteMultipartUploadCommandInput = {
      ...this.#id,
      MultipartUpload: { Parts: parts.map(([number, part]) => completed(number, part, areKept)) },
      IfMatch: quoted(options.ifMatch),
      IfNoneMatch: options.ifNoneMatch,
      ...(areKept ? { ChecksumCRC32: base64Of(whole), ChecksumType: 'FULL_OBJECT', MpuObjectSize: whole.bytes } : {}),
    };
    const timeout = options.timeout ?? 600_000;
    const work = { ...limitsOf(options), timeout };
    const answer = await home.call('completeMultipartUpload', (native) => native.completeMultipartUpload(ask), work);
    return { key, etag: withoutQuotes(answer.ETag), size: whole.bytes, versionId: answer.VersionId };
  }

  /** Gives it up: its parts are deleted. */
  async abort(): Promise<void> {
    await this.#terms.home.call('abortMultipartUpload', (native) => native.abortMultipartUpload(this.#id), {});
  }

  get #id(): { Bucket: string; Key: string; UploadId: string } {
    return { Bucket: this.#terms.home.name, Key: this.#terms.key, UploadId: this.uploadId };
  }
}

/** Whether the checksum is the one that is made here, of each part and of the whole. */
function isOurs({ checksum }: WriteOptions): boolean {
  return checksum === undefined || checksum === 'CRC32';
}

function checksumOf(options: WriteOptions): Partial<CreateMultipartUploadCommandInput> {
  return isOurs(options)
    ? { ChecksumAlgorithm: 'CRC32', ChecksumType: 'FULL_OBJECT' }
    : { ChecksumAlgorithm: options.checksum };
}

function completed(PartNumber: number, { etag, checksum }: SentPart, isKept: boolean): CompletedPart {
  return { PartNumber, ETag: etag, ...(isKept ? { ChecksumCRC32: base64Of(checksum) } : {}) };
}

function limitsOf({ signal, timeout }: WriteOptions): RequestOptions {
  return { signal, timeout };
}
