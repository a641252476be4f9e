import { type Metadata, metadataOf } from '../headers/metadata.js';
import { numberOf, timeOf, withoutQuotes } from '../headers/numbers.js';

/** How an object is kept: as it is; by a manifest that names its segments; or by one that names what theirs begin with. */
export type ObjectKind = 'plain' | 'static' | 'dynamic';

/** What is known of an object beside its bytes. */
export interface ObjectInfo {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly modified: Date;
  /** Without its quotes. The MD5 of the bytes where the object is `plain`, else of its segments' ETags. */
  readonly etag: string;
  readonly kind: ObjectKind;
  /** Of a `dynamic` one: where its segments are, `container/prefix`. */
  readonly segmentsAt: string | undefined;
  readonly contentType: string;
  readonly contentEncoding: string | undefined;
  readonly contentDisposition: string | undefined;
  readonly cacheControl: string | undefined;
  /** The user's own, by names in small letters. */
  readonly metadata: Metadata;
  /** Of a link that was asked for itself: what it leads to, `container/name`. */
  readonly linksTo: string | undefined;
  /** When the service deletes it. */
  readonly expiresAt: Date | undefined;
  /** Where versions are kept by their ids. */
  readonly versionId: string | undefined;
}

type Headers = Readonly<Record<string, string>>;

/** What the head of an answer tells of an object. */
export function infoOf(name: string, headers: Headers, size: number = numberOf(headers['content-length'])): ObjectInfo {
  return {
    name,
    size,
    modified: modifiedOf(headers),
    etag: withoutQuotes(headers['etag']),
    kind: kindOf(headers),
    segmentsAt: decoded(headers['x-object-manifest']),
    contentType: headers['content-type'] ?? '',
    contentEncoding: headers['content-encoding'],
    contentDisposition: headers['content-disposition'],
    cacheControl: headers['cache-control'],
    metadata: metadataOf('Object', headers),
    linksTo: decoded(headers['x-symlink-target']),
    expiresAt: timeOf(headers['x-delete-at']),
    versionId: headers['x-object-version-id'],
  };
}

function decoded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : decodeURIComponent(text);
}

function kindOf(headers: Headers): ObjectKind {
  if (headers['x-static-large-object']?.toLowerCase() === 'true') return 'static';
  return headers['x-object-manifest'] === undefined ? 'plain' : 'dynamic';
}

/** The service's own time has fractions of a second, which `Last-Modified` has not. */
function modifiedOf(headers: Headers): Date {
  return timeOf(headers['x-timestamp']) ?? new Date(headers['last-modified'] ?? Number.NaN);
}
