import { createHash } from 'node:crypto';
import type { Answer } from '../../../wire/answer.js';
import { MemoryPiece } from '../../pieces/memory-piece.js';
import { readBulkFormat } from '../bulk/report.js';
import { checkEtag } from '../large/check-etag.js';
import { checkSegments } from '../large/check-segments.js';
import { problemAnswer, withHeartbeat } from '../large/heartbeat.js';
import { storedManifest } from '../large/manifest-text.js';
import { readManifest } from '../large/read-manifest.js';
import { type Segment, sizeOfSegment } from '../large/segment.js';
import { isTrue } from '../listing/wanted.js';
import { objectTerms } from '../objects/object-terms.js';
import { placeObject, putHeaders } from '../objects/place-object.js';
import { checkQuotas } from '../objects/quotas.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { answerOf, nothing } from '../wire/answers.js';
import type { SwiftOperation } from './operation.js';
import { checkNew } from './put-object.js';

/** Puts a static large object: a list of segments that are there. */
export const putManifest: SwiftOperation = {
  name: 'PutManifest',
  right: 'write',
  run: async (call) => {
    if (call.header('x-copy-from') !== undefined) {
      throw new SwiftError(405, 'Multipart Manifest PUTs cannot be COPY requests');
    }
    checkNew(call);
    const { segments, problems } = checkSegments(call, await readManifest(call));
    const made = () => (problems.length > 0 ? problemAnswer(readBulkFormat(call), problems) : put(call, segments));
    if (!isTrue(call.query('heartbeat'))) return made();
    return withHeartbeat(call, await answerOf(made), problems);
  },
};

async function put(call: SwiftCall, segments: readonly Segment[]): Promise<Answer> {
  const etag = checkEtag(call, segments);
  const body = Buffer.from(storedManifest(segments));
  const terms = objectTerms(call);
  checkQuotas(call, body.length);
  const size = segments.reduce((sum, segment) => sum + sizeOfSegment(segment), 0);
  const object = await placeObject(call, {
    ...terms,
    piece: new MemoryPiece(body),
    etag: createHash('md5').update(body).digest('hex'),
    manifest: { segments, etag, size },
  });
  return nothing(201, { ...putHeaders(object), etag: `"${etag}"` });
}
