import { noSuchUpload } from '../errors/errors.js';
import { noteOfPart, noteOfUpload } from './notes.js';
import type { ObjectVersion } from './object-version.js';
import type { Objects } from './objects.js';
import type { Records } from './records.js';
import type { Upload, UploadedPart } from './upload.js';

/** So many completed uploads are known for what they made. */
const REMEMBERED = 1000;

/** The multipart uploads of a bucket. */
export class Uploads {
  readonly #bucket: string;
  readonly #records: Records;
  readonly #objects: Objects;
  readonly #uploads = new Map<string, Upload>();
  /** Of those completed last, what they made. */
  readonly #completed = new Map<string, Pick<ObjectVersion, 'key' | 'versionId' | 'id'>>();

  constructor(bucket: string, records: Records, objects: Objects) {
    this.#bucket = bucket;
    this.#records = records;
    this.#objects = objects;
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

  /** The id of the version that an upload made which was completed before; undefined where it is gone, or never was. */
  completed(id: string, key: string): string | undefined {
    const made = this.#completed.get(id);
    if (made?.key !== key) return undefined;
    return this.#objects.version(key, made.versionId)?.id === made.id ? made.versionId : undefined;
  }

  /** Ends an upload; the parts that are not kept are given up. */
  end(upload: Upload, kept: ReadonlySet<number> = new Set(), made?: ObjectVersion): void {
    this.#uploads.delete(upload.id);
    if (made) this.#remember(upload.id, made);
    this.#records.remove('uploads', upload.id);
    for (const { number, piece } of upload.parts.values()) {
      this.#records.remove('parts', partId(upload.id, number));
      if (!kept.has(number)) piece.drop();
    }
  }

  #remember(id: string, { key, versionId, id: version }: ObjectVersion): void {
    this.#completed.set(id, { key, versionId, id: version });
    const [oldest] = this.#completed.keys();
    if (this.#completed.size > REMEMBERED && oldest !== undefined) this.#completed.delete(oldest);
  }
}

function partId(upload: string, number: number): string {
  return `${upload}.${number}`;
}
