import { createHash } from 'node:crypto';
import type { Answer } from '../../../wire/answer.js';
import { MemoryPiece } from '../../pieces/memory-piece.js';
import { readAnswer } from '../objects/read-answer.js';
import { wholePiece } from '../objects/slices.js';
import type { StaticManifest, StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import type { Headers } from '../wire/answers.js';
import { rawManifest, storedManifest } from './manifest-text.js';

/** The manifest itself: as it is kept, or, `raw`, as it could be put again. */
export function manifestAnswer(
  call: SwiftCall,
  object: StoredObject,
  { segments }: StaticManifest,
  headers: Headers,
): Answer {
  const raw = call.query('format') === 'raw';
  const body = Buffer.from(raw ? rawManifest(segments) : storedManifest(segments));
  const slices = [wholePiece(new MemoryPiece(body))];
  const etag = raw ? createHash('md5').update(body).digest('hex') : object.etag;
  // Raw, it is what was put, and of the type that was said of it.
  const type = raw ? {} : { 'content-type': 'application/json; charset=utf-8' };
  return readAnswer(
    call,
    object,
    { size: body.length, etag, slices },
    { ...headers, ...type, 'x-manifest-etag': undefined },
  );
}
