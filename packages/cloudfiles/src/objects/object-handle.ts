import { OptionError } from '@proj/core';
import type { RequestOptions } from '../calls/request-options.js';
import { type Existence, existenceBy } from '../headers/existence.js';
import { type SignedUrlOptions, signedUrl } from '../signed/signed-url.js';
import { downloadFile } from '../transfers/download.js';
import type { DownloadedFile, DownloadOptions } from '../transfers/download-options.js';
import { pathInFolder } from '../transfers/path-in-folder.js';
import { uploadFile, uploadStream } from '../transfers/upload.js';
import type { UploadFileOptions, UploadOptions } from '../transfers/upload-options.js';
import { checkObjectName } from '../wire/addresses.js';
import type { Region } from '../wire/region.js';
import { type CopiedObject, type CopyOptions, copyObject } from './copy-object.js';
import { type DeleteOptions, deleteObject } from './delete-object.js';
import { getObject, headObject, type ObjectBody } from './get-object.js';
import { joinObjects, type LinkOptions, linkObject } from './link-object.js';
import type { ObjectInfo } from './object-info.js';
import { setAttributes, updateMetadata } from './object-metadata.js';
import type { ObjectPlace } from './object-place.js';
import { putObject, type WrittenObject } from './put-object.js';
import type { HeadOptions, ReadOptions } from './read-options.js';
import type { Attributes, WriteOptions } from './write-options.js';

const brand: symbol = Symbol.for('@proj/cloudfiles/object');

/**
 * An object of a container by its name, which there may be or not: nothing is asked until something is done with it.
 *
 * @example
 * ```ts
 * const report = everywhere.at('DFW').container('reports').object('2026/11.json');
 * await report.put('{}', { contentType: 'application/json', ifNoneMatch: '*' });
 * console.log(await (await report.get()).text());
 * ```
 */
export class ObjectHandle {
  static {
    Object.defineProperty(ObjectHandle.prototype, brand, { value: true });
  }

  readonly region: string;
  readonly container: string;
  readonly name: string;
  readonly #place: ObjectPlace;

  constructor(region: Region, container: string, name: string) {
    checkObjectName(name);
    this.region = region.name;
    this.container = container;
    this.name = name;
    this.#place = { region, container, name };
  }

  /** What is known of it. @throws NotFoundError */
  head(options: HeadOptions = {}): Promise<ObjectInfo> {
    return headObject(this.#place, options);
  }

  /** Whether there is such an object. */
  exists(options: RequestOptions = {}): Promise<Existence> {
    return existenceBy(() => this.head(options));
  }

  /** Its head, and its bytes as they are read, compared to its MD5. @throws NotFoundError */
  get(options: ReadOptions = {}): Promise<ObjectBody> {
    return getObject(this.#place, options);
  }

  /** Writes it by one request. Streams, files and what is larger than 5 GiB go by `upload`. Segments of what was there before stay: `upload` deletes them. */
  put(body: string | Uint8Array, options: WriteOptions = {}): Promise<WrittenObject> {
    return putObject(this.#place, body, options);
  }

  /** Writes a stream of any length, by segments that are sent at once; what fails leaves nothing behind. */
  upload(stream: AsyncIterable<Uint8Array | string>, options: UploadOptions = {}): Promise<WrittenObject> {
    return uploadStream(this.#place, stream, options);
  }

  /** Writes a file, by segments that are sent at once; with a `record`, what a crash cuts off is gone on with. */
  uploadFile(path: string, options: UploadFileOptions = {}): Promise<WrittenObject> {
    return uploadFile(this.#place, path, options);
  }

  /** Downloads it into a file by ranges at once, compared to its MD5, or to those of its segments; the file is there when all is. @throws ChecksumError */
  downloadFile(path: string, options: DownloadOptions = {}): Promise<DownloadedFile> {
    return downloadFile(this.#place, path, options);
  }

  /** The same, to the place that the name means in a folder, and never outside of it. @throws UnsafeNameError, ChecksumError */
  async downloadInto(folder: string, options: DownloadOptions = {}): Promise<DownloadedFile> {
    return downloadFile(this.#place, await pathInFolder(folder, this.name), options);
  }

  /** Sets all that it has beside its bytes, by one request: what is not named is taken away, but for the content type; of one that `joinAll` made, what it is made of, too. */
  setAttributes(attributes: Attributes, options: RequestOptions = {}): Promise<void> {
    return setAttributes(this.#place, attributes, options);
  }

  /** Sets some metadata and leaves the rest, by two requests: it is read first. What somebody else sets between them is lost. */
  updateMetadata(changes: Readonly<Record<string, string | undefined>>, options: RequestOptions = {}): Promise<void> {
    return updateMetadata(this.#place, changes, options);
  }

  /** Copies it within its region, with what it has but what is named, without its bytes coming here. */
  copyTo(to: ObjectHandle, options: CopyOptions = {}): Promise<CopiedObject> {
    return copyObject(this.#place, to.#place, options);
  }

  /** Copies it, and deletes it when the copy is there; of a large one the segments stay where they are, and are the copy's. */
  async moveTo(to: ObjectHandle, options: Omit<CopyOptions, 'segments'> = {}): Promise<CopiedObject> {
    if (to.container === this.container && to.name === this.name) {
      throw new OptionError(`moveTo: ${this} is moved to itself`);
    }
    const copied = await this.copyTo(to, { ...options, segments: 'share' });
    const { versionId, signal, timeout } = options;
    await this.delete({ segments: 'keep', versionId, signal, timeout });
    return copied;
  }

  /** Writes it as a link to another object of its account; whoever reads it reads that. */
  linkTo(to: ObjectHandle, options: LinkOptions = {}): Promise<void> {
    return linkObject(this.#place, to.#place, options);
  }

  /** Writes it as all objects of a container whose names begin alike, in their order, as a listing has them whenever it is read. */
  joinAll(from: { readonly container: string; readonly prefix: string }, options: WriteOptions = {}): Promise<void> {
    return joinObjects(this.#place, from, options);
  }

  /** The address by which whoever has it may read it, or what else is said, without a token. */
  signedUrl(options: SignedUrlOptions): Promise<string> {
    return signedUrl(this.#place, options);
  }

  /** Deletes it, with its segments where it has any. What is not there is deleted already. */
  delete(options: DeleteOptions = {}): Promise<void> {
    return deleteObject(this.#place, options);
  }

  toString(): string {
    return `swift://${this.container}/${this.name} (${this.region})`;
  }
}

/**
 * Whether the value is an object's handle of this package, of whichever installed copy.
 *
 * @example
 * ```ts
 * const names = things.filter(isObjectHandle).map(({ name }) => name);
 * ```
 */
export function isObjectHandle(value: unknown): value is ObjectHandle {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
