import { checkRequestOptions, type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import type { Metadata } from '../headers/metadata.js';
import { ask } from '../wire/ask.js';
import { headObject } from './get-object.js';
import type { ObjectInfo } from './object-info.js';
import { type ObjectPlace, objectPath } from './object-place.js';
import { type Attributes, attributeHeaders, attributeNames } from './write-options.js';

/** Sets all that an object has beside its bytes, by one request: Swift takes away what is not named, but for the content type. */
export async function setAttributes(
  place: ObjectPlace,
  attributes: Attributes,
  options: RequestOptions,
): Promise<void> {
  const operation = 'setAttributes(attributes, options)';
  checkRequestOptions(operation, options);
  checkRequestOptions(operation, attributes as RequestOptions, attributeNames);
  const headers = attributeHeaders(attributes);
  const request = { operation, method: 'POST', path: objectPath(place), headers };
  await ask(place.region, request, requestOptionsOf(options));
}

/**
 * Sets some metadata and leaves all else as it is, by reading it first: two requests, between which somebody else may have written what is lost then. `undefined`
 * takes one away.
 */
export async function updateMetadata(
  place: ObjectPlace,
  changes: Readonly<Record<string, string | undefined>>,
  options: RequestOptions,
): Promise<void> {
  checkRequestOptions('updateMetadata(changes, options)', options);
  const info = await headObject(place, requestOptionsOf(options));
  await post(place, info, merged(info.metadata, changes), options);
}

/** Has the service delete it at a time, and leaves all else as it is, by reading it first. */
export async function expireObject(place: ObjectPlace, expiresAt: Date, options: RequestOptions): Promise<void> {
  checkRequestOptions('expireAt(name, at, options)', options);
  const info = await headObject(place, requestOptionsOf(options));
  await post(place, { ...info, expiresAt }, info.metadata, options);
}

function merged(metadata: Metadata, changes: Readonly<Record<string, string | undefined>>): Metadata {
  const lower = Object.entries(changes).map(([name, value]) => [name.toLowerCase(), value] as const);
  const all = Object.entries<string | undefined>({ ...metadata, ...Object.fromEntries(lower) });
  return Object.fromEntries(all.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

async function post(place: ObjectPlace, info: ObjectInfo, metadata: Metadata, options: RequestOptions): Promise<void> {
  const { contentType, contentEncoding, contentDisposition, cacheControl, expiresAt } = info;
  const kept = { contentType, contentEncoding, contentDisposition, cacheControl, expiresAt };
  const headers = {
    ...attributeHeaders({ ...kept, metadata }),
    // Without it, a POST would take the segments from a dynamic large object.
    'x-object-manifest': info.segmentsAt && manifestHeader(info.segmentsAt),
  };
  const request = { operation: 'updateMetadata', method: 'POST', path: objectPath(place), headers };
  await ask(place.region, request, requestOptionsOf(options));
}

/** Where segments are, in the form of URLs. */
export function manifestHeader(segmentsAt: string): string {
  return segmentsAt.split('/').map(encodeURIComponent).join('/');
}
