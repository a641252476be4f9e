import { OptionError } from '@proj/core';
import type { RequestOptions } from '../calls/request-options.js';

/** Bytes of an object, from the first on; without `end`, to its last one. Both ends are in it, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number | undefined;
}

/** On which conditions an object is read, and which of its versions. */
export interface HeadOptions extends RequestOptions {
  readonly versionId?: string | undefined;
  /** Only the object with this ETag, else a `PreconditionFailedError`. */
  readonly ifMatch?: string | undefined;
  /** Not the object with this ETag: status 304. */
  readonly ifNoneMatch?: string | undefined;
  /** Only what was written after this time, else status 304. */
  readonly ifModifiedSince?: Date | undefined;
  /** Only what was not, else a `PreconditionFailedError`. */
  readonly ifUnmodifiedSince?: Date | undefined;
  /** Asks all copies, and takes the newest: slower. @defaultValue false */
  readonly newest?: boolean | undefined;
  /** Reads a link itself and not what it leads to. @defaultValue false */
  readonly link?: boolean | undefined;
}

/**
 * Which of an object is read, and when.
 *
 * @example
 * ```ts
 * const options: ReadOptions = { range: { start: 0, end: 1_023 } };
 * ```
 */
export interface ReadOptions extends HeadOptions {
  /** A part of it; `{ last: n }` are the last bytes. @defaultValue all */
  readonly range?: ByteRange | { readonly last: number } | undefined;
}

/** The names of {@link HeadOptions} beside those of every request. */
export const headOptionNames: readonly string[] = [
  'versionId',
  'ifMatch',
  'ifNoneMatch',
  'ifModifiedSince',
  'ifUnmodifiedSince',
  'newest',
  'link',
];

/** For the wire. */
export function conditionHeaders(options: HeadOptions): Record<string, string | undefined> {
  return {
    'if-match': quoted(options.ifMatch),
    'if-none-match': quoted(options.ifNoneMatch),
    'if-modified-since': options.ifModifiedSince?.toUTCString(),
    'if-unmodified-since': options.ifUnmodifiedSince?.toUTCString(),
    'x-newest': options.newest === true ? 'true' : undefined,
  };
}

function quoted(etag: string | undefined): string | undefined {
  return etag === undefined || etag === '*' ? etag : `"${etag.replaceAll('"', '')}"`;
}

/** What of an object is meant, for the wire. */
export function readQuery({ versionId, link }: HeadOptions): Record<string, string | undefined> {
  return { 'version-id': versionId, symlink: link === true ? 'get' : undefined };
}

/** As HTTP has it. @throws OptionError */
export function rangeHeader(range: ReadOptions['range']): string | undefined {
  if (range === undefined) return undefined;
  if ('last' in range) return `bytes=-${whole('range.last', range.last, 1)}`;
  const start = whole('range.start', range.start, 0);
  return range.end === undefined ? `bytes=${start}-` : `bytes=${start}-${whole('range.end', range.end, start)}`;
}

function whole(option: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new OptionError(`${option} is ${String(value)}; give a whole number of bytes, ${least} or more`);
}
