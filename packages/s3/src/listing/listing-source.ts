import type { ListObjectsV2CommandInput, ListObjectsV2CommandOutput, _Object as WireObject } from '@aws-sdk/client-s3';
import type {
  Facts,
  Field,
  FieldTypes,
  ListedEntry,
  ListedObject,
  ListedPage,
  ListingSource,
  PageRequest,
} from '@proj/core/store';
import { compareUtf8 } from '@proj/core/store';
import type { BucketHome } from '../calls/bucket-home.js';
import { isAbsent } from '../objects/is-absent.js';
import { infoOf } from '../objects/object-info.js';
import { listPage } from './list-page.js';
import { type ListingPage, urlDecoded } from './read-listing.js';

type Known = { readonly [K in Field]?: FieldTypes[K] };

/** How core's listing asks a bucket: pages by ListObjectsV2, one object by HeadObject. */
export function listingSource<F extends Facts>(home: BucketHome, facts: F): ListingSource<F> {
  return {
    facts,
    page: (request) => page(home, request),
    head: (name, signal) => head(home, name, signal),
  };
}

async function page(home: BucketHome, request: PageRequest): Promise<ListedPage> {
  const { prefix, delimiter, after, token, fields, signal } = request;
  const ask: ListObjectsV2CommandInput = {
    Bucket: home.name,
    Prefix: prefix,
    Delimiter: delimiter,
    // With a token the service goes on from there, and a beginning is not to be named again.
    ...(token === undefined ? { StartAfter: after } : { ContinuationToken: token }),
    // XML cannot hold all characters that keys may have.
    EncodingType: 'url',
  };
  const answer = await home.call('listObjectsV2', (native) => listPage(native, ask, fields), { signal });
  const { objects, prefixes, next } = 'page' in answer ? answer.page : pageOf(answer.output, fields);
  return { entries: prefixes.length === 0 ? objects : merged(objects, prefixes), next };
}

/** What the SDK made of an answer. */
function pageOf(output: ListObjectsV2CommandOutput, fields: readonly Field[]): ListingPage {
  const text = (encoded = '') => (output.EncodingType === 'url' ? urlDecoded(encoded) : encoded);
  return {
    objects: (output.Contents ?? []).map((object) => entryOf({ ...object, Key: text(object.Key) }, fields)),
    prefixes: (output.CommonPrefixes ?? []).map(({ Prefix }) => ({ prefix: text(Prefix) })),
    next: output.IsTruncated ? output.NextContinuationToken : undefined,
  };
}

/** Each in the place where it sorts: S3 gives them as two lists. */
function merged(
  objects: readonly ListedEntry[],
  prefixes: readonly { readonly prefix: string }[],
): readonly ListedEntry[] {
  const all: ListedEntry[] = [...objects, ...prefixes];
  const place = (entry: ListedEntry) => ('prefix' in entry ? entry.prefix : entry.name);
  return all.sort((a, b) => compareUtf8(place(a), place(b)));
}

const readers: { readonly [K in Field]?: (object: WireObject) => FieldTypes[K] } = {
  size: ({ Size = 0 }) => Size,
  modified: ({ LastModified }) => LastModified ?? new Date(Number.NaN),
  etag: ({ ETag = '' }) => ETag.replace(/^"|"$/g, ''),
  storageClass: ({ StorageClass = 'STANDARD' }) => StorageClass,
};

function entryOf(object: WireObject, fields: readonly Field[]): ListedObject {
  const entry: Record<string, unknown> = { name: object.Key ?? '' };
  for (const field of fields) entry[field] = readers[field]?.(object);
  return entry as ListedObject;
}

async function head(home: BucketHome, key: string, signal: AbortSignal): Promise<Known | undefined> {
  try {
    const ask = { Bucket: home.name, Key: key };
    const answer = await home.call('headObject', (native) => native.headObject(ask), { signal });
    const { size, modified, etag, contentType, metadata, storageClass } = infoOf(key, answer);
    return { size, modified, etag, contentType, metadata, storageClass };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
