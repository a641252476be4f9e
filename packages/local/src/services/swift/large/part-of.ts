import type { ByteRange } from '../objects/ranges.js';
import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { badRequest, SwiftError } from '../swift-error.js';
import type { Headers } from '../wire/answers.js';
import { sizeOfSegment } from './segment.js';

/** The part of an object that is asked for by its number, if one is. Throws {@link SwiftError} when it has none such. */
export function partOf(
  call: SwiftCall,
  { manifest }: StoredObject,
  size: number,
): { readonly range: ByteRange; readonly headers: Headers } | undefined {
  const asked = call.query('part-number');
  if (asked === undefined || !manifest) return undefined;
  const number = Number(asked);
  const { segments } = manifest;
  const segment = segments[number - 1];
  const headers = { 'x-parts-count': segments.length };
  if (!/^\d+$/.test(asked) || number < 1) throw badRequest('Part number must be an integer greater than 0');
  if (!segment) {
    throw new SwiftError(416, undefined, {
      headers: { 'content-range': `bytes */${size}`, 'x-parts-count': String(segments.length) },
    });
  }
  const start = segments.slice(0, number - 1).reduce((sum, one) => sum + sizeOfSegment(one), 0);
  return { range: { start, end: start + sizeOfSegment(segment) }, headers };
}
