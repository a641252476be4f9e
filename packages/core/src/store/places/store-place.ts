import type { Facts } from '../facts/facts.js';
import type { ComparedField, ComparedOptions } from '../listing/compared.js';
import type { Row } from '../listing/row.js';
import type { Rows } from '../listing/rows.js';
import type { Requests } from '../requests/requests.js';

/**
 * A bucket, a container, or whatever holds objects by their names: what is needed of one to copy between any two. The buckets of `@proj/s3` and the
 * containers of `@proj/cloudfiles` are such places as they are.
 *
 * @example
 * ```ts
 * const [from, to]: StorePlace[] = [s3().bucket('reports'), cloudFiles(login).at('DFW').container('reports')];
 * ```
 */
export interface StorePlace {
  readonly facts: Facts;
  readonly list: { compared(options: ComparedOptions): Rows<Row<ComparedField>> };
  object(name: string): PlaceObject;
  /** Says of each what became of it. */
  deleteObjects(names: AsyncIterable<string>): AsyncIterable<{ readonly name: string; readonly error: unknown }>;
  /** What uploading so many bytes costs. */
  planUpload(size: number): { readonly requests: Requests };
  toString(): string;
}

/** An object of a place. */
export interface PlaceObject {
  get(options: {
    readonly ifMatch?: string | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<PlaceBody>;
  /** Writes a stream of any length, and leaves nothing behind when it fails. */
  upload(
    stream: AsyncIterable<Uint8Array>,
    options: PlaceAttributes & { readonly signal?: AbortSignal | undefined },
  ): Promise<{ readonly size: number }>;
  delete(options: { readonly signal?: AbortSignal | undefined }): Promise<void>;
}

/** What an object has beside its bytes, as far as two stores can both have it. */
export interface PlaceAttributes {
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly cacheControl?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
}

/** An object that is read. */
export interface PlaceBody {
  readonly info: PlaceAttributes & { readonly size: number };
  readonly length: number;
  readonly stream: AsyncIterable<Uint8Array>;
}
