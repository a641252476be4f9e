import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { Part as WirePart } from '@aws-sdk/client-s3';
import type { BucketHome } from '../calls/bucket-home.js';
import { isAbsent } from '../objects/is-absent.js';
import { withoutQuotes } from '../objects/object-info.js';
import type { WriteOptions } from '../objects/write-options.js';
import { base64Of, nothing, update } from './crc32.js';
import { MultipartUpload } from './multipart-upload.js';
import { readFully } from './part-source.js';

/** What an upload is of: another file, place or size of parts is another upload. */
interface Subject {
  readonly home: BucketHome;
  readonly key: string;
  readonly stat: Stats;
  readonly partSize: number;
}

/** What stands in the file. */
interface Written {
  readonly bucket: string;
  readonly key: string;
  readonly size: number;
  readonly modified: number;
  readonly partSize: number;
  readonly uploadId: string;
}

/** Remembers in a file which upload is under way, so that it can be gone on with by another process. */
export class UploadRecord {
  readonly #path: string;
  readonly #subject: Subject;

  constructor(path: string, subject: Subject) {
    this.#path = path;
    this.#subject = subject;
  }

  /** The upload that was begun before, with the parts that the service has, each compared to the file; `undefined` when there is none to go on with. */
  async resume(
    file: FileHandle,
    terms: { readonly home: BucketHome; readonly key: string; readonly options: WriteOptions },
  ): Promise<MultipartUpload | undefined> {
    const known = await this.#read();
    if (known === undefined) return undefined;
    const upload = new MultipartUpload(terms, known.uploadId);
    try {
      for await (const part of partsThere(terms, known.uploadId)) await this.#keep(file, upload, part);
      return upload;
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  async begun(uploadId: string): Promise<void> {
    const { home, key, stat, partSize } = this.#subject;
    const { size, mtimeMs: modified } = stat;
    const written: Written = { bucket: home.name, key, size, modified, partSize, uploadId };
    const beside = `${this.#path}.new`;
    await writeFile(beside, `${JSON.stringify(written)}\n`, { mode: 0o600 });
    await rename(beside, this.#path);
  }

  async done(): Promise<void> {
    await rm(this.#path, { force: true });
  }

  async #read(): Promise<Written | undefined> {
    const { home, key, stat, partSize } = this.#subject;
    let written: Partial<Written>;
    try {
      written = JSON.parse(await readFile(this.#path, 'utf8')) as Partial<Written>;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
      throw error;
    }
    const isSame =
      written?.bucket === home.name &&
      written.key === key &&
      written.size === stat.size &&
      written.modified === stat.mtimeMs &&
      written.partSize === partSize &&
      typeof written.uploadId === 'string';
    return isSame ? (written as Written) : undefined;
  }

  /** A part that is not what the file has is sent again. */
  async #keep(file: FileHandle, upload: MultipartUpload, part: WirePart): Promise<void> {
    const { stat, partSize } = this.#subject;
    const { PartNumber: number = 0, ETag: etag = '', Size: size, ChecksumCRC32: crc } = part;
    const start = (number - 1) * partSize;
    const length = Math.min(partSize, stat.size - start);
    if (number < 1 || length <= 0 || size !== length) return;
    const bytes = Buffer.allocUnsafeSlow(length);
    await readFully(file, bytes, start);
    const checksum = update(nothing, bytes);
    const isSame = crc === undefined ? md5Of(bytes) === withoutQuotes(etag) : crc === base64Of(checksum);
    if (isSame) upload.keep(number, { etag, checksum, isKept: crc !== undefined });
  }
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html */
async function* partsThere(
  { home, key, options }: { readonly home: BucketHome; readonly key: string; readonly options: WriteOptions },
  UploadId: string,
): AsyncGenerator<WirePart> {
  let marker: string | undefined;
  do {
    const ask = { Bucket: home.name, Key: key, UploadId, PartNumberMarker: marker };
    const { signal, timeout } = options;
    const answer = await home.call('listParts', (native) => native.listParts(ask), { signal, timeout });
    yield* answer.Parts ?? [];
    marker = answer.IsTruncated ? answer.NextPartNumberMarker : undefined;
  } while (marker !== undefined);
}

function md5Of(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex');
}
