import type { Piece } from '../../pieces/piece.js';
import type { Segment } from '../large/segment.js';

/** Where a symbolic link leads. */
export interface Link {
  /** The name of the target's account, where it is another's. */
  readonly account: string | undefined;
  readonly container: string;
  readonly object: string;
  /** What the target must be, for a link that is static. */
  readonly etag: string | undefined;
  readonly size: number | undefined;
}

/** A manifest whose segments are named one by one. */
export interface StaticManifest {
  readonly segments: readonly Segment[];
  /** The MD5 of the segments' ETags. */
  readonly etag: string;
  /** The bytes of all segments. */
  readonly size: number;
}

/** An object: it never changes, another takes its place. */
export interface StoredObject {
  readonly name: string;
  /** When it was put or posted, in units of 10 µs. */
  readonly stamp: number;
  /** The MD5 of its own bytes, in hexadecimal. */
  readonly etag: string;
  readonly piece: Piece;
  readonly contentType: string;
  /** The `x-object-meta-…` headers, by their whole lower-case names. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Other headers that are kept: `content-encoding`, `x-object-manifest`. */
  readonly kept: ReadonlyMap<string, string>;
  /** In seconds since 1970. */
  readonly deleteAt?: number | undefined;
  readonly manifest?: StaticManifest | undefined;
  readonly link?: Link | undefined;
  readonly versionId?: string | undefined;
  /** Whether it says that there is no such object any more. */
  readonly deleted?: true | undefined;
}

/** Whether its time is over. */
export function isExpired({ deleteAt }: StoredObject, now: number): boolean {
  return deleteAt !== undefined && deleteAt * 1000 <= now;
}
