import { requestOptionsOf } from '../calls/request-options.js';
import { pathOf } from '../wire/addresses.js';
import { ask } from '../wire/ask.js';
import { manifestHeader } from './object-metadata.js';
import { type ObjectPlace, objectPath } from './object-place.js';
import { attributeHeaders, checkWriteOptions, type WriteOptions } from './write-options.js';

/**
 * How a link is written.
 *
 * @example
 * ```ts
 * const options: LinkOptions = { etag };
 * ```
 */
export interface LinkOptions extends WriteOptions {
  /** Holds the link to the object as it is now: written over, it is not found by it any more. @defaultValue none */
  readonly etag?: string | undefined;
}

/** Writes an object that stands for another one. */
export async function linkObject(from: ObjectPlace, to: ObjectPlace, options: LinkOptions): Promise<void> {
  checkWriteOptions('linkTo(object, options)', options, ['etag']);
  const target = { 'x-symlink-target': pathOf(to.container, to.name).slice(1), 'x-symlink-target-etag': options.etag };
  await putNothing(from, 'linkTo', target, options);
}

/** Writes an object that is made of all those whose names begin alike, in the order of their names, as a listing has them when it is read. */
export async function joinObjects(
  place: ObjectPlace,
  segmentsAt: { readonly container: string; readonly prefix: string },
  options: WriteOptions,
): Promise<void> {
  checkWriteOptions('joinAll(prefix, options)', options);
  const manifest = { 'x-object-manifest': manifestHeader(`${segmentsAt.container}/${segmentsAt.prefix}`) };
  await putNothing(place, 'joinAll', manifest, options);
}

async function putNothing(
  place: ObjectPlace,
  operation: string,
  more: Readonly<Record<string, string | undefined>>,
  options: WriteOptions,
): Promise<void> {
  const { ifNoneMatch } = options;
  const headers = { ...attributeHeaders(options), ...more, 'if-none-match': ifNoneMatch };
  const request = { operation, method: 'PUT', path: objectPath(place), headers, body: '' };
  const isSentOnce = ifNoneMatch !== undefined;
  await ask(place.region, { ...request, isSentOnce }, requestOptionsOf(options));
}
