import { createHash } from 'node:crypto';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import type { Segment } from './segment.js';

/** The MD5 of the segments' ETags. Throws {@link SwiftError} when the call says another. */
export function checkEtag(call: SwiftCall, segments: readonly Segment[]): string {
  const hash = createHash('md5');
  for (const segment of segments) hash.update(etagText(segment));
  const etag = hash.digest('hex');
  const declared = call.header('etag')?.replaceAll('"', '');
  if (declared !== undefined && declared !== '' && declared !== etag) throw new SwiftError(422);
  return etag;
}

function etagText(segment: Segment): string {
  if ('data' in segment) return createHash('md5').update(segment.data).digest('hex');
  return segment.range ? `${segment.etag}:${segment.range.join('-')};` : segment.etag;
}
