import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { listing } from '@proj/core/store';
import { isNotFoundError } from '../errors/status-errors.js';
import { listingSource } from '../listing/listing-source.js';
import type { ObjectPlace } from '../objects/object-place.js';
import type { WriteOptions } from '../objects/write-options.js';
import { readFully } from './part-source.js';
import { SegmentedUpload, type SegmentPlace } from './segmented-upload.js';

/** What an upload is of: another file, place or size of segments is another upload. */
interface Subject {
  readonly place: ObjectPlace;
  readonly stat: Stats;
  readonly segmentSize: number;
}

/** What stands in the file. */
interface Written {
  readonly container: string;
  readonly name: string;
  readonly size: number;
  readonly modified: number;
  readonly segmentSize: number;
  readonly segments: SegmentPlace;
}

/** Remembers in a file which upload is under way, so that it can be gone on with by another process. */
export class UploadRecord {
  readonly #path: string;
  readonly #subject: Subject;

  constructor(path: string, subject: Subject) {
    this.#path = path;
    this.#subject = subject;
  }

  /** The upload that was begun before, with the segments that the service has, each compared to the file; `undefined` when there is none to go on with. */
  async resume(file: FileHandle, options: WriteOptions): Promise<SegmentedUpload | undefined> {
    const known = await this.#read();
    if (known === undefined) return undefined;
    const { place } = this.#subject;
    const upload = new SegmentedUpload(place, known.segments, options);
    const { container, prefix } = known.segments;
    const rows = listing(listingSource(place.region, container))({
      prefix,
      with: ['size', 'etag'],
      signal: options.signal,
    });
    try {
      for await (const row of rows) await this.#keep(file, upload, row.name.slice(prefix.length), row);
    } catch (error) {
      if (!isNotFoundError(error)) throw error;
    }
    return upload;
  }

  async begun(segments: SegmentPlace): Promise<void> {
    const { place, stat, segmentSize } = this.#subject;
    const { size, mtimeMs: modified } = stat;
    const written: Written = { container: place.container, name: place.name, size, modified, segmentSize, segments };
    const beside = `${this.#path}.new`;
    await writeFile(beside, `${JSON.stringify(written)}\n`, { mode: 0o600 });
    await rename(beside, this.#path);
  }

  async done(): Promise<void> {
    await rm(this.#path, { force: true });
  }

  async #read(): Promise<Written | undefined> {
    const { place, stat, segmentSize } = this.#subject;
    let written: Partial<Written>;
    try {
      written = JSON.parse(await readFile(this.#path, 'utf8')) as Partial<Written>;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return undefined;
      throw error;
    }
    const isSame =
      written?.container === place.container &&
      written.name === place.name &&
      written.size === stat.size &&
      written.modified === stat.mtimeMs &&
      written.segmentSize === segmentSize &&
      typeof written.segments?.prefix === 'string' &&
      typeof written.segments.container === 'string';
    return isSame ? (written as Written) : undefined;
  }

  /** A segment that is not what the file has is sent again. */
  async #keep(
    file: FileHandle,
    upload: SegmentedUpload,
    index: string,
    { size, etag }: { readonly size: number; readonly etag: string },
  ): Promise<void> {
    const { stat, segmentSize } = this.#subject;
    const start = Number(index) * segmentSize;
    const length = Math.min(segmentSize, stat.size - start);
    if (!/^\d{8}$/.test(index) || length <= 0 || size !== length) return;
    const bytes = Buffer.allocUnsafeSlow(length);
    await readFully(file, bytes, start);
    if (createHash('md5').update(bytes).digest('hex') === etag) upload.keep(Number(index) + 1, { size, etag });
  }
}
