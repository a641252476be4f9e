import type { Piece } from '../../pieces/piece.js';
import type { BucketFacts } from './bucket.js';
import type { ObjectPart, ObjectVersion } from './object-version.js';
import type { Upload, UploadedPart } from './upload.js';

/** A piece in a note: its name and its length. */
export type Noted<T> = Omit<T, 'piece'> & { readonly piece: { readonly id: string; readonly size: number } };

/** A version as it is noted. */
export interface VersionNote {
  readonly bucket: string;
  readonly version: Omit<ObjectVersion, 'parts'> & { readonly parts: readonly Noted<ObjectPart>[] };
}

/** An upload as it is noted; its parts have notes of their own. */
export interface UploadNote {
  readonly bucket: string;
  readonly upload: Omit<Upload, 'parts'>;
}

/** A part of an upload as it is noted. */
export interface PartNote {
  readonly bucket: string;
  readonly upload: string;
  readonly key: string;
  readonly part: Noted<UploadedPart>;
}

/** A bucket as it is noted. */
export interface BucketNote {
  readonly facts: BucketFacts;
  readonly settings: readonly (readonly [string, string])[];
}

export function noteOfVersion(bucket: string, version: ObjectVersion): VersionNote {
  return { bucket, version: { ...version, parts: version.parts.map(noted) } };
}

export function noteOfUpload(bucket: string, { parts: _, ...upload }: Upload): UploadNote {
  return { bucket, upload };
}

export function noteOfPart(bucket: string, upload: string, key: string, part: UploadedPart): PartNote {
  return { bucket, upload, key, part: noted(part) };
}

/** A part with its piece, as it was before it was noted. */
export function unnoted<T extends ObjectPart>(part: Noted<T>, find: (id: string, size: number) => Piece): T {
  const { id, size } = part.piece;
  return { ...part, piece: find(id, size) } as Noted<T> & { piece: Piece } as T;
}

function noted<T extends ObjectPart>({ piece, ...part }: T): Noted<T> {
  return { ...part, piece: { id: piece.id, size: piece.size } };
}
