import type { Answer } from '../../../wire/answer.js';
import { manifestAnswer } from '../large/manifest-answer.js';
import { partOf } from '../large/part-of.js';
import { type FoundObject, followLinks } from '../objects/find-object.js';
import { readAnswer } from '../objects/read-answer.js';
import { asItIs, readingOf } from '../objects/reading.js';
import type { SwiftCall } from '../swift-call.js';
import { storagePath } from '../symlinks/symlinks.js';
import type { Headers } from '../wire/answers.js';
import type { SwiftOperation } from './operation.js';

/** Gives an object's bytes, or some of them. */
export const getObject: SwiftOperation = { name: 'GetObject', right: 'read', run: read };

/** Gives what is said of an object, without its bytes. */
export const headObject: SwiftOperation = { name: 'HeadObject', right: 'read', run: read };

function read(call: SwiftCall): Answer {
  const found = followLinks(call);
  const { object } = found;
  const where = location(call, found);
  if (call.query('multipart-manifest') === 'get') {
    if (object.manifest) return manifestAnswer(call, object, object.manifest, where);
    return readAnswer(call, object, asItIs(object), where);
  }
  const reading = readingOf(found.call, object);
  const part = partOf(call, object, reading.size);
  return readAnswer(call, object, reading, { ...where, ...part?.headers }, part?.range);
}

/** Where an object is that links led to. */
function location(call: SwiftCall, { call: at, object: { versionId } }: FoundObject): Headers {
  if (at === call) return versionLocation(call, versionId);
  const { account, container = '', object = '' } = at.parts.target;
  const link = { account, container, object, etag: undefined, size: undefined };
  return { 'content-location': storagePath(link, account) };
}

/** Where the version is that is current, for whoever did not ask for one. */
function versionLocation(call: SwiftCall, versionId: string | undefined): Headers {
  if (versionId === undefined || call.query('version-id') !== undefined) return {};
  const { account, container = '' } = call.parts.target;
  const link = { account, container, object: call.name, etag: undefined, size: undefined };
  return { 'content-location': `${storagePath(link, account)}?version-id=${versionId}` };
}
