import type { Answer } from '../../../wire/answer.js';
import { objectTerms } from '../objects/object-terms.js';
import { placeObject, putHeaders } from '../objects/place-object.js';
import { checkQuotas } from '../objects/quotas.js';
import { checkLength, saveBody } from '../objects/save-body.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError, unfit } from '../swift-error.js';
import { linkTarget } from '../symlinks/link-target.js';
import { readLink } from '../symlinks/symlinks.js';
import { nothing } from '../wire/answers.js';
import type { SwiftOperation } from './operation.js';

/** Puts an object, whole. */
export const putObject: SwiftOperation = { name: 'PutObject', right: 'write', run: put };

async function put(call: SwiftCall): Promise<Answer> {
  checkNew(call);
  checkLength(call);
  const terms = objectTerms(call);
  checkQuotas(call, Number(call.header('content-length') ?? 0));
  const { link, contentType } = linkTarget(call, readLink(call), terms.contentType);
  const { piece, md5 } = await saveBody(call);
  try {
    checkNew(call);
    const object = await placeObject(call, { ...terms, contentType, piece, etag: md5, link });
    return nothing(201, putHeaders(object));
  } catch (error) {
    piece.drop();
    throw error;
  }
}

/** Refuses to put over what is there, where the call says so. Throws {@link SwiftError} also when there is no container. */
export function checkNew(call: SwiftCall): void {
  const there = call.container.find(call.name, call.now);
  const condition = call.header('if-none-match');
  if (condition === undefined) return;
  if (condition.trim() !== '*') throw unfit('If-None-Match only supports *');
  if (there) throw new SwiftError(412);
}
