import type { Field, FieldTypes, ListedEntry } from '@proj/core/store';

/** A page of ListObjectsV2 as its XML has it. */
export interface ListingPage {
  readonly objects: readonly ListedEntry[];
  readonly prefixes: readonly { readonly prefix: string }[];
  readonly next: string | undefined;
}

/** What a field is called in the page, and how it is read. */
const readers: { readonly [K in Field]?: readonly [element: string, read: (text: string) => FieldTypes[K]] } = {
  size: ['Size', Number],
  modified: ['LastModified', (text) => new Date(text)],
  etag: ['ETag', (text) => unescaped(text).replace(/^"|"$/g, '')],
  storageClass: ['StorageClass', (text) => text],
};
const defaults: { readonly [K in Field]?: unknown } = { size: 0, etag: '', storageClass: 'STANDARD' };

/**
 * Reads a page of a listing in one pass, the fields that are asked for and no others, keys in the form of URLs. The SDK makes a tree of the whole page first, and an
 * object of all of that.
 *
 * `undefined` for whatever is not plainly such a page: it is for the SDK to read, or to say what is wrong with it.
 */
export function readListing(text: string, fields: readonly Field[]): ListingPage | undefined {
  const root = /^\s*(?:<\?xml[^<>]*\?>\s*)?<ListBucketResult(?:\s[^<>]*)?>/.exec(text);
  if (root === null || text.includes('<!') || !/<\/ListBucketResult>\s*$/.test(text)) return undefined;
  return new ListingReader(text, root[0].length, fields).page();
}

class ListingReader {
  readonly #text: string;
  readonly #wanted = new Map<string, { readonly field: Field; read(text: string): unknown }>();
  readonly #empty: Readonly<Record<string, unknown>>;
  #at: number;

  constructor(text: string, at: number, fields: readonly Field[]) {
    this.#text = text;
    this.#at = at;
    for (const field of fields) {
      const [element, read] = readers[field] ?? [];
      if (element !== undefined && read !== undefined) this.#wanted.set(element, { field, read });
    }
    this.#empty = Object.fromEntries(
      fields.filter((field) => field in defaults).map((field) => [field, defaults[field]]),
    );
  }

  page(): ListingPage | undefined {
    const objects: ListedEntry[] = [];
    const prefixes: { prefix: string }[] = [];
    let [isTruncated, token, isEncoded] = ['', '', false];
    for (let name = this.#open(); name !== '/ListBucketResult'; name = this.#open()) {
      if (name === undefined) return undefined;
      if (name === 'Contents') {
        const entry = this.#object();
        if (entry === undefined) return undefined;
        objects.push(entry);
      } else if (name === 'CommonPrefixes') {
        const prefix = this.#commonPrefix();
        if (prefix === undefined) return undefined;
        prefixes.push({ prefix });
      } else {
        const value = this.#value(name);
        if (value === undefined) return undefined;
        if (name === 'IsTruncated') isTruncated = value;
        else if (name === 'NextContinuationToken') token = unescaped(value);
        else if (name === 'EncodingType') isEncoded = value === 'url';
      }
    }
    if (isTruncated === 'true' && token === '') return undefined;
    const page = { objects, prefixes, next: isTruncated === 'true' ? token : undefined };
    return isEncoded ? decoded(page) : page;
  }

  /** An object: its key, and what is wanted of it. */
  #object(): ListedEntry | undefined {
    const entry: Record<string, unknown> = { name: '', ...this.#empty };
    for (let name = this.#open(); name !== '/Contents'; name = this.#open()) {
      if (name === undefined) return undefined;
      const value = this.#value(name);
      if (value === undefined) return undefined;
      if (name === 'Key') entry['name'] = unescaped(value);
      else {
        const wanted = this.#wanted.get(name);
        if (wanted !== undefined) entry[wanted.field] = wanted.read(value);
      }
    }
    return entry as ListedEntry;
  }

  #commonPrefix(): string | undefined {
    let prefix: string | undefined;
    for (let name = this.#open(); name !== '/CommonPrefixes'; name = this.#open()) {
      const value = name === undefined ? undefined : this.#value(name);
      if (value === undefined) return undefined;
      if (name === 'Prefix') prefix = unescaped(value);
    }
    return prefix;
  }

  /** The name of the next tag, which is left behind; `undefined` where it is none of the plain ones. */
  #open(): string | undefined {
    const text = this.#text;
    const start = text.indexOf('<', this.#at);
    const end = text.indexOf('>', start);
    if (start < 0 || end < 0) return undefined;
    this.#at = end + 1;
    const name = text.slice(start + 1, end);
    return name.includes(' ') ? undefined : name;
  }

  /** What is between a tag that was opened and its end: a text, or elements that nobody wants. */
  #value(name: string): string | undefined {
    if (name.endsWith('/')) return '';
    if (name.startsWith('/')) return undefined;
    const start = this.#at;
    const end = this.#text.indexOf(`</${name}>`, start);
    if (end < 0) return undefined;
    this.#at = end + name.length + 3;
    return this.#text.slice(start, end);
  }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}

function decoded({ objects, prefixes, next }: ListingPage): ListingPage | undefined {
  try {
    return {
      objects: objects.map((entry) => ('name' in entry ? { ...entry, name: urlDecoded(entry.name) } : entry)),
      prefixes: prefixes.map(({ prefix }) => ({ prefix: urlDecoded(prefix) })),
      next,
    };
  } catch {
    return undefined;
  }
}

/** As the service writes keys of any characters: XML could not hold them all. @throws URIError */
export function urlDecoded(text: string): string {
  return /[%+]/.test(text) ? decodeURIComponent(text.replaceAll('+', ' ')) : text;
}
