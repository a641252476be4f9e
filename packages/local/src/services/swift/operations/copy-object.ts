import type { Answer } from '../../../wire/answer.js';
import { authorize } from '../access/authorize.js';
import { copiedObject } from '../copies/copied-object.js';
import { readCopy } from '../copies/read-copy.js';
import { checkConditions } from '../objects/conditions.js';
import { followLinks } from '../objects/find-object.js';
import { placeObject, putHeaders } from '../objects/place-object.js';
import { asItIs, readingOf } from '../objects/reading.js';
import type { SwiftCall } from '../swift-call.js';
import { nothing } from '../wire/answers.js';
import { httpDate } from '../wire/times.js';
import type { SwiftOperation } from './operation.js';

/** Copies an object to a place, or to a place from another: the same, said from either end. */
export const copyObject: SwiftOperation = { name: 'CopyObject', run: copy };

async function copy(call: SwiftCall): Promise<Answer> {
  const { from, to } = readCopy(call);
  authorize(from, 'read');
  authorize(to, 'write');
  checkThere(to);
  const found = followLinks(from);
  const { object } = found;
  const whole = from.query('multipart-manifest') === 'get' || object.link !== undefined;
  const reading = whole ? asItIs(object) : readingOf(found.call, object);
  checkConditions(from, object, reading.etag);
  const made = await copiedObject(to, object, { ...reading, asItIs: whole }, from.header('range'));
  const placed = await placeObject(to, made);
  const { account, container = '', object: name = '' } = from.parts.target;
  return nothing(201, {
    ...Object.fromEntries(placed.metadata),
    ...putHeaders(placed),
    ...(placed.manifest && { etag: `"${placed.manifest.etag}"` }),
    'x-copied-from': [container, name].map(encodeURI).join('/'),
    'x-copied-from-account': encodeURI(account),
    'x-copied-from-last-modified': httpDate(object.stamp),
  });
}

/** Throws where there is no container to put it in. */
function checkThere({ container }: SwiftCall): unknown {
  return container;
}
