import type { Answer } from '../../../wire/answer.js';
import { holdPieces } from '../../pieces/piece.js';
import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { defined, type Headers } from '../wire/answers.js';
import { checkConditions } from './conditions.js';
import { multipartBody } from './multipart.js';
import { objectHeaders } from './object-headers.js';
import { type ByteRange, readRanges } from './ranges.js';
import type { Reading } from './reading.js';
import { cutSlices, readSlices, type Slice, sizeOfSlices } from './slices.js';

/**
 * An object's bytes, or those that are asked for, with what is said of it.
 *
 * @param part - the one range to give whatever the call asks for
 */
export function readAnswer(
  call: SwiftCall,
  object: StoredObject,
  reading: Reading,
  more: Headers = {},
  part?: ByteRange,
): Answer {
  checkConditions(call, object, reading.etag);
  const headers = { ...objectHeaders(object), etag: reading.etag, ...more };
  // A HEAD says how long the whole is, whatever range it names.
  const asked = call.method === 'HEAD' ? undefined : readRanges(call.header('range'), reading.size, defined(headers));
  const ranges = part ? [part] : asked;
  const [only] = ranges ?? [];
  // The answer may wait, and the object may be deleted meanwhile.
  call.parts.onGone(holdPieces(reading.slices.map(({ piece }) => piece)));
  if (!ranges || !only) return bytesAnswer(200, reading.slices, headers);
  if (ranges.length > 1) {
    const whole = { size: reading.size, contentType: object.contentType };
    const { slices, contentType } = multipartBody(reading.slices, ranges, whole);
    return bytesAnswer(206, slices, { ...headers, 'content-type': contentType });
  }
  const { start, end } = only;
  const range = { 'content-range': `bytes ${start}-${end - 1}/${reading.size}` };
  return bytesAnswer(206, cutSlices(reading.slices, start, end), { ...headers, ...range });
}

function bytesAnswer(status: number, slices: readonly Slice[], headers: Headers): Answer {
  const content = {
    length: sizeOfSlices(slices),
    read: (from: number, to: number) => readSlices(cutSlices(slices, from, to)),
  };
  return { status, headers: defined(headers), body: Buffer.alloc(0), content };
}
