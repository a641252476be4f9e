import { open } from 'node:fs/promises';
import { OptionError } from '@proj/core';
import type { BucketHome } from '../calls/bucket-home.js';
import { S3Error } from '../errors/s3-error.js';
import { isAbsent } from '../objects/is-absent.js';
import { putObject, type WrittenObject } from '../objects/put-object.js';
import type { WriteOptions } from '../objects/write-options.js';
import { MultipartUpload } from './multipart-upload.js';
import { checkConcurrency, partSizeFor } from './part-size.js';
import { FileParts, type Part, type PartSource, StreamParts } from './part-source.js';
import { ProgressCount } from './progress.js';
import { checkUploadOptions, type UploadFileOptions, type UploadOptions } from './upload-options.js';
import { UploadRecord } from './upload-record.js';

/** Where an object is uploaded to. */
interface Destination {
  readonly home: BucketHome;
  readonly key: string;
}

/** Uploads a stream of any length. */
export async function uploadStream(
  to: Destination,
  stream: AsyncIterable<Uint8Array | string>,
  options: UploadOptions,
): Promise<WrittenObject> {
  checkUploadOptions('upload(stream, options)', options);
  if (typeof stream?.[Symbol.asyncIterator] !== 'function') {
    throw new OptionError(
      'upload(stream): give a stream of bytes; bytes and texts go by put(), files by uploadFile(path)',
    );
  }
  return uploadParts(to, new StreamParts(stream), options, partSizeFor(undefined, options.partSize), undefined);
}

/** Uploads a file. @throws what the file system says */
export async function uploadFile(to: Destination, path: string, options: UploadFileOptions): Promise<WrittenObject> {
  checkUploadOptions('uploadFile(path, options)', options, ['record']);
  const file = await open(path);
  try {
    const stat = await file.stat();
    const partSize = partSizeFor(stat.size, options.partSize);
    const record =
      options.record === undefined ? undefined : new UploadRecord(options.record, { ...to, stat, partSize });
    const resumed = await record?.resume(file, { ...to, options: wireOptions(options) });
    const parts = new FileParts(file, stat.size, partSize, (number) => resumed?.has(number) === true);
    return await uploadParts(to, parts, options, partSize, record, resumed);
  } finally {
    await file.close();
  }
}

/** By one request where there is one part, else by parts, some at once. */
async function uploadParts(
  to: Destination,
  parts: PartSource,
  options: UploadOptions,
  partSize: number,
  record: UploadRecord | undefined,
  resumed?: MultipartUpload,
): Promise<WrittenObject> {
  const progress = new ProgressCount(options.onProgress, parts.size);
  try {
    options.signal?.throwIfAborted();
    const buffer = Buffer.allocUnsafeSlow(parts.size === undefined ? partSize : Math.min(partSize, parts.size));
    const first = await parts.next(buffer);
    if (resumed === undefined && first !== undefined && parts.isAtEnd) {
      const written = await putObject(to.home, to.key, first.bytes, wireOptions(options));
      progress.add(first.bytes.byteLength);
      return written;
    }
    const upload = resumed ?? (await MultipartUpload.begin({ ...to, options: wireOptions(options) }));
    await record?.begun(upload.uploadId);
    const sending = new Sending(upload, parts, {
      partSize,
      concurrency: checkConcurrency(options.concurrency),
      progress,
    });
    return await completed(sending, first === undefined ? undefined : { part: first, buffer }, upload, record);
  } finally {
    await parts.close();
  }
}

/** What has failed is taken back, unless it is to be gone on with. */
async function completed(
  sending: Sending,
  first: Loaded | undefined,
  upload: MultipartUpload,
  record: UploadRecord | undefined,
): Promise<WrittenObject> {
  try {
    await sending.all(first);
    const written = await upload.complete();
    await record?.done();
    return written;
  } catch (error) {
    throw record === undefined ? await takenBack(upload, error) : error;
  }
}

/** Deletes the parts of an upload that failed, and gives the error to tell: parts that are left cost as objects do. */
async function takenBack(upload: MultipartUpload, error: unknown): Promise<unknown> {
  try {
    await upload.abort();
    return error;
  } catch (left) {
    if (isAbsent(left)) return error;
    return new S3Error(
      `the upload failed, and its parts could not be deleted: abort the upload ${upload.uploadId} by bucket.uploads()`,
      { cause: error },
    );
  }
}

interface Loaded {
  readonly part: Part;
  readonly buffer: Buffer;
}

interface SendingTerms {
  readonly partSize: number;
  readonly concurrency: number;
  readonly progress: ProgressCount;
}

/** Sends parts, some at once: one buffer for each, which is read into again when its part is sent. */
class Sending {
  readonly #upload: MultipartUpload;
  readonly #parts: PartSource;
  readonly #terms: SendingTerms;
  #reading: Promise<unknown> = Promise.resolve();
  #hasFailed = false;

  constructor(upload: MultipartUpload, parts: PartSource, terms: SendingTerms) {
    this.#upload = upload;
    this.#parts = parts;
    this.#terms = terms;
  }

  /** The first has been read already. Ends when all are sent, or when one could not be and no other is under way. */
  async all(first: Loaded | undefined): Promise<void> {
    const workers = Array.from({ length: this.#terms.concurrency }, (_, index) =>
      this.#work(index === 0 ? first : undefined),
    );
    const ends = await Promise.allSettled(workers);
    const failure = ends.find((end) => end.status === 'rejected');
    if (failure !== undefined) throw failure.reason;
  }

  async #work(first: Loaded | undefined): Promise<void> {
    let buffer = first?.buffer;
    try {
      let part = first?.part;
      for (;;) {
        if (part === undefined) {
          if (buffer === undefined || buffer.byteLength < this.#terms.partSize)
            buffer = Buffer.allocUnsafeSlow(this.#terms.partSize);
          part = await this.#next(buffer);
        }
        if (part === undefined || this.#hasFailed) return;
        await this.#upload.send(part);
        this.#terms.progress.add(part.bytes.byteLength);
        part = undefined;
      }
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    }
  }

  /** One after the other. */
  #next(buffer: Buffer): Promise<Part | undefined> {
    const next = this.#reading.then(() => (this.#hasFailed ? undefined : this.#parts.next(buffer)));
    this.#reading = next.catch(() => undefined);
    return next;
  }
}

/** Those of the options that are of the object. */
function wireOptions({
  partSize: _,
  concurrency: __,
  onProgress: ___,
  record: ____,
  ...rest
}: UploadFileOptions): WriteOptions {
  return rest;
}
