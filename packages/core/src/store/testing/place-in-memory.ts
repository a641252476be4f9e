import { createHash } from 'node:crypto';
import type { Facts } from '../facts/facts.js';
import { listing } from '../listing/listing.js';
import type { PlaceAttributes, PlaceObject, StorePlace } from '../places/store-place.js';
import { exactly, type Requests, requests } from '../requests/requests.js';
import { compareUtf8 } from '../text/compare-utf8.js';
import { type BucketFacts, bucketFacts } from './stores.js';

/** A place whose objects are texts. */
export class PlaceInMemory<F extends Facts> implements StorePlace {
  readonly facts: F;
  readonly objects: Map<string, string>;
  readonly attributes = new Map<string, PlaceAttributes>();
  /** ETags that are no MD5s. */
  readonly etags = new Map<string, string>();
  /** Names that cannot be written. */
  readonly refused = new Set<string>();
  readonly list: StorePlace['list'];
  /** Whether it loses a byte of what is written. */
  cut = false;
  asked = 0;

  constructor(facts: F, objects: Readonly<Record<string, string>>) {
    this.facts = facts;
    this.objects = new Map(Object.entries(objects));
    const source = { facts: bucketFacts, page: async () => this.#page(), head: async () => undefined };
    this.list = listing<BucketFacts>(source);
  }

  object(name: string): PlaceObject {
    return {
      get: async () => {
        this.asked += 1;
        const bytes = Buffer.from(this.objects.get(name) ?? '');
        const info = {
          size: bytes.length,
          contentType: `text/${name}`,
          cacheControl: undefined,
          metadata: { of: name },
        };
        return { info, length: bytes.length, stream: one(bytes) };
      },
      upload: async (stream, { signal: _, ...attributes }) => {
        this.asked += 1;
        if (this.refused.has(name)) throw new Error('refused');
        const chunks: Uint8Array[] = [];
        for await (const chunk of stream) chunks.push(chunk);
        const text = Buffer.concat(chunks).toString();
        this.objects.set(name, text);
        this.attributes.set(name, attributes);
        return { size: Buffer.byteLength(text) - (this.cut ? 1 : 0) };
      },
      delete: async () => {
        this.objects.delete(name);
      },
    };
  }

  async *deleteObjects(
    names: AsyncIterable<string>,
  ): AsyncGenerator<{ readonly name: string; readonly error: unknown }> {
    for await (const name of names) {
      this.objects.delete(name);
      yield { name, error: undefined };
    }
  }

  planUpload(): { readonly requests: Requests } {
    return { requests: requests({ PUT: exactly(1) }) };
  }

  #page(): { entries: { name: string; size: number; etag: string; modified: Date }[]; next: undefined } {
    this.asked += 1;
    const names = [...this.objects.keys()].sort(compareUtf8);
    return { entries: names.map((name) => this.#row(name)), next: undefined };
  }

  #row(name: string): { name: string; size: number; etag: string; modified: Date } {
    const bytes = Buffer.from(this.objects.get(name) ?? '');
    const etag = this.etags.get(name) ?? createHash('md5').update(bytes).digest('hex');
    return { name, size: bytes.length, etag, modified: new Date(0) };
  }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
