import type { S3 } from '@aws-sdk/client-s3';
import { OptionError } from '@proj/core';
import { ObjectAttributes } from '../attributes/object-attributes.js';
import { type Existence, existenceBy } from '../buckets/existence.js';
import type { BucketHome } from '../calls/bucket-home.js';
import type { RequestOptions } from '../calls/request-options.js';
import { copyObject } from '../transfers/copy-object.js';
import type { CopyOptions } from '../transfers/copy-options.js';
import { downloadFile } from '../transfers/download.js';
import type { DownloadedFile, DownloadOptions } from '../transfers/download-options.js';
import { pathInFolder } from '../transfers/path-in-folder.js';
import { uploadFile, uploadStream } from '../transfers/upload.js';
import type { UploadFileOptions, UploadOptions } from '../transfers/upload-options.js';
import { getObject, type ObjectBody, type ReadOptions } from './get-object.js';
import { infoOf, type ObjectInfo } from './object-info.js';
import { putObject, type WrittenObject } from './put-object.js';
import { quoted, type WriteOptions } from './write-options.js';

const brand: symbol = Symbol.for('@proj/s3/object');

/**
 * An object of a bucket by its key, which there may be or not: nothing is asked until something is done with it.
 *
 * @example
 * ```ts
 * const report = everywhere.bucket('example-reports').object('2026/11.json');
 * await report.put('{}', { contentType: 'application/json', ifNoneMatch: '*' });
 * console.log(await (await report.get()).text());
 * ```
 */
export class ObjectHandle extends ObjectAttributes {
  static {
    Object.defineProperty(ObjectHandle.prototype, brand, { value: true });
  }

  readonly bucket: string;
  readonly key: string;
  readonly #home: BucketHome;

  constructor(home: BucketHome, key: string) {
    if (typeof key !== 'string' || key === '' || Buffer.byteLength(key) > 1_024) {
      throw new OptionError('object(key): a key is a text of 1 to 1,024 bytes in UTF-8');
    }
    super(home, key);
    this.bucket = home.name;
    this.key = key;
    this.#home = home;
  }

  /** What is known of it. @throws the SDK's `NotFound` where there is none */
  async head(options: Pick<ReadOptions, 'versionId' | 'ifMatch'> & RequestOptions = {}): Promise<ObjectInfo> {
    const { versionId, ifMatch } = options;
    const ask = {
      Bucket: this.bucket,
      Key: this.key,
      VersionId: versionId,
      IfMatch: quoted(ifMatch),
      ChecksumMode: 'ENABLED' as const,
    };
    return infoOf(this.key, await this.#home.call('headObject', (native) => native.headObject(ask), options));
  }

  /** Whether there is such an object. Who may not list the bucket is told `forbidden` of what is absent, too. */
  exists(options: RequestOptions = {}): Promise<Existence> {
    return existenceBy(() => this.head(options));
  }

  /** Its head, and its bytes as they are read. */
  get(options: ReadOptions = {}): Promise<ObjectBody> {
    return getObject(this.#home, this.key, options);
  }

  /** Writes it by one request. Streams, files and what is larger than 5 GiB go by `upload`. */
  put(body: string | Uint8Array, options: WriteOptions = {}): Promise<WrittenObject> {
    return putObject(this.#home, this.key, body, options);
  }

  /** Writes a stream of any length, by parts that are sent at once; what fails leaves nothing behind. */
  upload(stream: AsyncIterable<Uint8Array | string>, options: UploadOptions = {}): Promise<WrittenObject> {
    return uploadStream(this.#place, stream, options);
  }

  /** Writes a file, by parts that are sent at once; with a `record`, what a crash cuts off is gone on with. */
  uploadFile(path: string, options: UploadFileOptions = {}): Promise<WrittenObject> {
    return uploadFile(this.#place, path, options);
  }

  /** Downloads it into a file by ranges at once, compared to the checksum that the service keeps; the file is there when all is. @throws ChecksumError */
  downloadFile(path: string, options: DownloadOptions = {}): Promise<DownloadedFile> {
    return downloadFile(this.#place, path, options);
  }

  /** The same, to the place that the key names in a folder, and never outside of it. @throws UnsafeKeyError, ChecksumError */
  async downloadInto(folder: string, options: DownloadOptions = {}): Promise<DownloadedFile> {
    return downloadFile(this.#place, await pathInFolder(folder, this.key), options);
  }

  /** Copies it, with its attributes but those that are named, without its bytes coming here. */
  copyTo(to: ObjectHandle, options: CopyOptions = {}): Promise<WrittenObject> {
    return copyObject(this.#place, to.#place, options);
  }

  /** Copies it, and deletes it when the copy is there. */
  async moveTo(to: ObjectHandle, options: CopyOptions = {}): Promise<WrittenObject> {
    if (to.bucket === this.bucket && to.key === this.key) throw new OptionError(`moveTo: ${this} is moved to itself`);
    const { versionId, signal, timeout } = options;
    const written = await this.copyTo(to, options);
    await this.delete({ versionId, signal, timeout });
    return written;
  }

  /** Deletes it; in a bucket with versions, marks it as deleted, or with a `versionId` deletes that version. What is not there is deleted already. */
  async delete(options: Pick<ReadOptions, 'versionId' | 'ifMatch'> & RequestOptions = {}): Promise<void> {
    const ask = { Bucket: this.bucket, Key: this.key, VersionId: options.versionId, IfMatch: quoted(options.ifMatch) };
    await this.#home.call('deleteObject', (native: S3) => native.deleteObject(ask), options);
  }

  get #place(): { readonly home: BucketHome; readonly key: string } {
    return { home: this.#home, key: this.key };
  }

  override toString(): string {
    return `s3://${this.bucket}/${this.key}`;
  }
}

/**
 * Whether the value is an object's handle of this package, of whichever installed copy.
 *
 * @example
 * ```ts
 * const keys = things.filter(isObjectHandle).map(({ key }) => key);
 * ```
 */
export function isObjectHandle(value: unknown): value is ObjectHandle {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
