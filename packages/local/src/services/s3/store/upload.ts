import type { ChecksumAlgorithm } from '../bodies/digests.js';
import type { ObjectPart, ObjectTerms } from './object-version.js';

/** A part that was uploaded. */
export interface UploadedPart extends ObjectPart {
  readonly etag: string;
  readonly modified: number;
}

/** A multipart upload under way. */
export interface Upload extends ObjectTerms {
  readonly id: string;
  readonly key: string;
  readonly initiated: number;
  readonly owner: string;
  readonly algorithm: ChecksumAlgorithm | undefined;
  readonly checksumType: 'FULL_OBJECT' | 'COMPOSITE' | undefined;
  readonly parts: Map<number, UploadedPart>;
}
