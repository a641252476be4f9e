import { noSuchUpload } from '../errors/errors.js';
import { noteOfPart, noteOfUpload } from './notes.js';
import type { Records } from './records.js';
import type { Upload, UploadedPart } from './upload.js';

/** The multipart uploads of a bucket. */
export class Uploads {
  readonly #bucket: string;
  readonly #records: Records;
  readonly #uploads = new Map<string, Upload>();

  constructor(bucket: string, records: Records) {
    this.#bucket = bucket;
    this.#records = records;
  }

  /** All of them, in the order in which they were begun. */
  all(): Iterable<Upload> {
    return this.#uploads.values();
  }

  /** The upload of that id, for that key. Throws an S3Error when there is none. */
  find(id: string, key: string): Upload {
    const upload = this.#uploads.get(id);
    if (!upload || upload.key !== key) throw noSuchUpload(id);
    return upload;
  }

  add(upload: Upload): void {
    this.#records.put('uploads', upload.id, noteOfUpload(this.#bucket, upload));
    this.#uploads.set(upload.id, upload);
  }

  /** Takes up what was noted before. */
  take(upload: Upload): void {
    this.#uploads.set(upload.id, upload);
  }

  /** Puts a part, in place of one of the same number. Gives it up when the upload ended meanwhile. */
  putPart({ id, key }: Upload, part: UploadedPart): void {
    const upload = this.#uploads.get(id);
    if (!upload) {
      part.piece.drop();
      throw noSuchUpload(id);
    }
    const before = upload.parts.get(part.number);
    this.#records.put('parts', partId(id, part.number), noteOfPart(this.#bucket, id, key, part));
    upload.parts.set(part.number, part);
    before?.piece.drop();
  }

  /** Ends an upload; the parts that are not kept are given up. */
  end(upload: Upload, kept: ReadonlySet<number> = new Set()): void {
    this.#uploads.delete(upload.id);
    this.#records.remove('uploads', upload.id);
    for (const { number, piece } of upload.parts.values()) {
      this.#records.remove('parts', partId(upload.id, number));
      if (!kept.has(number)) piece.drop();
    }
  }
}

function partId(upload: string, number: number): string {
  return `${upload}.${number}`;
}
