import { createHash, randomBytes } from 'node:crypto';
import { longRequestOptionsOf, requestOptionsOf } from '../calls/request-options.js';
import { createContainer } from '../containers/create-container.js';
import { deleteEach } from '../deleting/delete-each.js';
import { ChecksumError } from '../errors/checksum-error.js';
import { CloudFilesError } from '../errors/cloud-files-error.js';
import { isNotFoundError } from '../errors/status-errors.js';
import { withoutQuotes } from '../headers/numbers.js';
import { type ObjectPlace, objectPath, titleOf } from '../objects/object-place.js';
import { putObject, type WrittenObject } from '../objects/put-object.js';
import { attributeHeaders, type WriteOptions } from '../objects/write-options.js';
import { ask } from '../wire/ask.js';
import type { Part } from './part-source.js';
import { mostSegments } from './segment-size.js';

/** Where the segments of an upload are. */
export interface SegmentPlace {
  readonly container: string;
  /** What their names begin with, with a slash at its end. */
  readonly prefix: string;
}

interface Sent {
  readonly size: number;
  readonly etag: string;
}

/** An object that is written by segments, and by a manifest of them at the end. */
export class SegmentedUpload {
  readonly #place: ObjectPlace;
  readonly #options: WriteOptions;
  readonly #sent = new Map<number, Sent>();
  /** Those that may be there: of one that failed, nobody knows. */
  readonly #begun = new Set<number>();
  #making: Promise<void> | undefined;
  readonly segments: SegmentPlace;

  constructor(place: ObjectPlace, segments: SegmentPlace, options: WriteOptions) {
    this.#place = place;
    this.segments = segments;
    this.#options = options;
  }

  /** Whether this segment is there already. */
  has(number: number): boolean {
    return this.#sent.has(number);
  }

  /** A segment that is there from before. */
  keep(number: number, sent: Sent): void {
    this.#sent.set(number, sent);
  }

  /** Sends a segment, with its MD5. The container is made when it turns out not to be there. */
  async send({ number, bytes }: Part): Promise<void> {
    if (number > mostSegments) {
      throw new CloudFilesError(
        `upload: ${titleOf(this.#place)} has more than ${mostSegments} segments; give a larger segmentSize`,
      );
    }
    this.#begun.add(number);
    const { signal, timeout, expiresAt } = this.#options;
    const options = { signal, timeout, expiresAt, contentType: 'application/octet-stream' };
    const put = () => putObject(this.#placeOf(number), bytes, options);
    const { etag } = await put().catch(async (error: unknown) => {
      if (!isNotFoundError(error)) throw error;
      this.#making ??= createContainer(this.#place.region, this.segments.container, requestOptionsOf(this.#options));
      await this.#making;
      return put();
    });
    this.#sent.set(number, { size: bytes.byteLength, etag });
  }

  /** Writes the manifest. The service compares it to the segments that it has. */
  async complete(): Promise<WrittenObject> {
    const { etag, size } = this;
    const { region, name } = this.#place;
    const { ifNoneMatch } = this.#options;
    const headers = { ...attributeHeaders(this.#options), etag, 'if-none-match': ifNoneMatch };
    const request = {
      operation: 'upload',
      method: 'PUT',
      path: objectPath(this.#place),
      query: { 'multipart-manifest': 'put' },
      headers,
      body: JSON.stringify(this.#entries.map(([number, sent]) => this.#entryOf(number, sent))),
      isSentOnce: ifNoneMatch !== undefined,
    };
    const answer = await ask(region, request, longRequestOptionsOf(this.#options));
    const written = withoutQuotes(answer['etag']) || etag;
    if (written !== etag) throw new ChecksumError(titleOf(this.#place), written, etag);
    return { name, etag, size, versionId: answer['x-object-version-id'] };
  }

  /** Deletes what was sent, or begun, and gives what is left. */
  abort(): Promise<readonly string[]> {
    return deleteEach(
      [...this.#begun].map((number) => this.#placeOf(number)),
      {},
    );
  }

  /** The ETag that the object has when its manifest is written. */
  get etag(): string {
    return createHash('md5')
      .update(this.#entries.map(([, sent]) => sent.etag).join(''))
      .digest('hex');
  }

  get size(): number {
    return this.#entries.reduce((sum, [, sent]) => sum + sent.size, 0);
  }

  get #entries(): readonly (readonly [number, Sent])[] {
    return [...this.#sent].sort(([a], [b]) => a - b);
  }

  #entryOf(number: number, { size, etag }: Sent): object {
    return { path: `/${this.segments.container}/${this.#nameOf(number)}`, etag, size_bytes: size };
  }

  #placeOf(number: number): ObjectPlace {
    return { region: this.#place.region, container: this.segments.container, name: this.#nameOf(number) };
  }

  #nameOf(number: number): string {
    return `${this.segments.prefix}${String(number - 1).padStart(8, '0')}`;
  }
}

/** Where the segments of a new upload are to be: names like those of OpenStack's own client, in the order of their numbers, and of no other upload. */
export function newSegmentPlace(
  { container, name }: ObjectPlace,
  given: string | undefined,
  { size, segmentSize }: { readonly size: number | undefined; readonly segmentSize: number },
): SegmentPlace {
  const id = `${(Date.now() / 1_000).toFixed(6)}-${randomBytes(4).toString('hex')}`;
  const rest = `/slo/${id}/${size ?? 'stream'}/${segmentSize}/`;
  const isLong = Buffer.byteLength(name) + rest.length + 8 > 1_024;
  const start = isLong ? createHash('sha256').update(name).digest('hex') : name;
  return { container: given ?? `${container}_segments`, prefix: `${start}${rest}` };
}
