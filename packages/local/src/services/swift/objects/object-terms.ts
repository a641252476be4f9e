import { decode, readObjectPath } from '../door/storage-target.js';
import { isTrue } from '../listing/wanted.js';
import { checkMetadata, type Metadata } from '../metadata/check-metadata.js';
import { guessContentType } from '../metadata/content-types.js';
import { SWIFT_LIMITS } from '../metadata/limits.js';
import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { badRequest, unfit } from '../swift-error.js';

/** Headers of an object that are kept as they come. */
const KEPT = [
  'content-encoding',
  'content-disposition',
  'content-language',
  'cache-control',
  'expires',
  'x-robots-tag',
  'x-object-manifest',
];

/** What is said of an object by the headers that it comes with. */
export type ObjectTerms = Pick<StoredObject, 'contentType' | 'metadata' | 'kept' | 'deleteAt'>;

/** Reads what is said of a new object. Throws SwiftError for what cannot be. */
export function objectTerms(call: SwiftCall): ObjectTerms {
  const length = Buffer.byteLength(call.name);
  const longest = SWIFT_LIMITS.max_object_name_length;
  if (length > longest) throw unfit(`Object name length of ${length} longer than ${longest}`);
  return { contentType: contentTypeOf(call), ...changeableTerms(call) };
}

/** Reads what may be said of an object at any time. */
export function changeableTerms(call: SwiftCall): Omit<ObjectTerms, 'contentType'> {
  const metadata = checkMetadata(call.parts.headers, 'object');
  return { metadata, kept: keptOf(call), deleteAt: deleteAtOf(call) };
}

function contentTypeOf(call: SwiftCall): string {
  const given = call.header('content-type');
  const guessed = isTrue(call.header('x-detect-content-type')) || given === undefined || given === '';
  return guessed ? guessContentType(call.name) : given;
}

function keptOf(call: SwiftCall): Metadata {
  const kept = new Map<string, string>();
  for (const name of KEPT) {
    const value = call.header(name);
    if (value !== undefined && value !== '') kept.set(name, value);
  }
  const manifest = kept.get('x-object-manifest');
  if (manifest !== undefined && (manifest.startsWith('/') || !readObjectPath(decode(manifest)))) {
    throw badRequest('X-Object-Manifest must be in the format container/prefix');
  }
  return kept;
}

function deleteAtOf(call: SwiftCall): number | undefined {
  const [after, at] = [call.header('x-delete-after'), call.header('x-delete-at')];
  if (after !== undefined && after !== '') {
    if (!/^-?\d+$/.test(after)) throw unfit('Non-integer X-Delete-After');
    if (Number(after) <= 0) throw unfit('X-Delete-After in past');
    return Math.floor(call.now / 1000) + Number(after);
  }
  if (at === undefined || at === '') return undefined;
  if (!/^-?\d+(?:\.\d+)?$/.test(at)) throw unfit('Non-integer X-Delete-At');
  if (Number(at) * 1000 <= call.now) throw unfit('X-Delete-At in past');
  return Math.floor(Number(at));
}
