import type { Piece } from '../../pieces/piece.js';
import type { Grant } from '../access/grants.js';
import type { ChecksumAlgorithm } from '../bodies/digests.js';

/** A checksum of an object: of all its bytes, or of its parts' checksums. */
export interface ObjectChecksum {
  readonly algorithm: ChecksumAlgorithm;
  /** In base64; with `-N` behind it where it is of N parts' checksums. */
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

/** A part of an object that was put in parts, or all of one that was not. */
export interface ObjectPart {
  readonly number: number;
  readonly size: number;
  readonly checksum: string | undefined;
  readonly piece: Piece;
}

/** A name and a value. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** A copy out of an archive, and until when it is there. */
interface Restoration {
  /** When it is there. */
  readonly ready: number;
  readonly expiry: number;
  readonly days: number;
}

/** What is said of an object when it is put. */
export interface ObjectTerms {
  /** The headers that come back with it, by lower-case name: `content-type`, `x-amz-meta-…`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly storageClass: string;
  readonly tags: readonly Tag[];
  readonly acl: readonly Grant[];
}

/** One version of an object, or a delete marker. */
export interface ObjectVersion extends ObjectTerms {
  /** Names its record. */
  readonly id: string;
  readonly key: string;
  /** `null` for one that was put while the bucket had no versioning. */
  readonly versionId: string;
  /** Tells newer from older. */
  readonly sequence: number;
  readonly deleteMarker: boolean;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly size: number;
  /** Without its quotes. */
  readonly etag: string;
  /** The account that has it. */
  readonly owner: string;
  readonly checksum: ObjectChecksum | undefined;
  readonly parts: readonly ObjectPart[];
  readonly restored: Restoration | undefined;
}

/** Its bytes, on end. */
export function piecesOf({ parts }: Pick<ObjectVersion, 'parts'>): readonly Piece[] {
  return parts.map(({ piece }) => piece);
}
