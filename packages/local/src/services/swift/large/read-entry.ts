import { readObjectPath } from '../door/storage-target.js';
import type { Entry } from './read-manifest.js';

/** What is to be known of an entry beside itself. */
export interface EntryPlace {
  readonly last: boolean;
  /** `container/object` of the manifest. */
  readonly target: string;
}

const OF_PATH: ReadonlySet<string> = new Set(['path', 'etag', 'size_bytes', 'range']);
const RANGE = /^\s*(?:\d+\s*-\s*\d*|-\s*\d+)\s*$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Reads one entry of a manifest; what is wrong with it comes as a text. */
export function readEntry(value: unknown, index: number, place: EntryPlace): Entry | string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `Index ${index}: not a JSON object`;
  const entry = value as Readonly<Record<string, unknown>>;
  const wrong = 'path' in entry ? wrongPath(entry, place) : 'data' in entry ? wrongData(entry) : KEYS;
  if (wrong !== undefined) return `Index ${index}: ${wrong}`;
  if (!('path' in entry)) return { data: Buffer.from(String(entry['data']), 'base64') };
  const size = entry['size_bytes'];
  return {
    path: String(entry['path']).replace(/^\/+/, ''),
    etag: textOf(entry['etag']),
    size: size === undefined || size === null ? undefined : Number(size),
    range: textOf(entry['range']) || undefined,
  };
}

const KEYS = "expected keys to include one of 'path' or 'data'";

function wrongData(entry: Readonly<Record<string, unknown>>): string | undefined {
  const { data } = entry;
  if (Object.keys(entry).length > 1) return extraneous(entry, new Set(['data']));
  if (typeof data !== 'string' || !(data === '' || BASE64.test(data))) return 'data must be valid base64';
  return data === '' ? 'too small; each segment must be at least 1 byte.' : undefined;
}

function wrongPath(entry: Readonly<Record<string, unknown>>, { last, target }: EntryPlace): string | undefined {
  const { path, etag, size_bytes: size, range } = entry;
  if (Object.keys(entry).some((name) => !OF_PATH.has(name))) return extraneous(entry, OF_PATH);
  if (typeof path !== 'string') return '"path" must be a string';
  if (!(etag === undefined || etag === null || typeof etag === 'string')) {
    return '"etag" must be a string or null (if provided)';
  }
  if (!readObjectPath(path.replace(/^\/+/, ''))) {
    return 'path does not refer to an object. Path must be of the form /container/object.';
  }
  if (size !== undefined && size !== null && !/^-?\d+$/.test(String(size))) return 'invalid size_bytes';
  if (size !== undefined && size !== null && Number(size) < 1 && !last) {
    return 'too small; each segment must be at least 1 byte.';
  }
  if (path.replace(/^\/+/, '') === target) return 'manifest must not include itself as a segment';
  if (range && String(range).includes(',')) return 'multiple ranges (only one allowed)';
  return range && !RANGE.test(String(range)) ? 'invalid range' : undefined;
}

function extraneous(entry: object, known: ReadonlySet<string>): string {
  const names = Object.keys(entry).filter((name) => !known.has(name));
  return `extraneous keys ${names
    .sort()
    .map((name) => JSON.stringify(name))
    .join(', ')}`;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
