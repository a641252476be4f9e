import { OptionError } from '@proj/core';
import { checkRequestOptions, longRequestOptionsOf, type RequestOptions } from '../calls/request-options.js';
import { withoutQuotes } from '../headers/numbers.js';
import { pathOf } from '../wire/addresses.js';
import { ask } from '../wire/ask.js';
import { type ObjectPlace, objectPath, titleOf } from './object-place.js';
import { type Attributes, attributeHeaders, attributeNames } from './write-options.js';

/**
 * How an object is copied within its account.
 *
 * @example
 * ```ts
 * const options: CopyOptions = { metadata: { copied: 'yes' } };
 * ```
 */
export interface CopyOptions extends Attributes, RequestOptions {
  /** Only the object with this ETag, else a `PreconditionFailedError`. */
  readonly ifMatch?: string | undefined;
  readonly versionId?: string | undefined;
  /** Whether metadata that is not named stays behind. @defaultValue false */
  readonly fresh?: boolean | undefined;
  /**
   * What becomes of an object in segments: its manifest alone is copied, and both objects share the segments from then on, so that deleting one with its segments
   * breaks the other; or the bytes are put together in one object, which has to have less than 5 GiB.
   * @defaultValue `join`
   */
  readonly segments?: 'share' | 'join' | undefined;
}

/** What a copy is. */
export interface CopiedObject {
  readonly name: string;
  readonly etag: string;
}

/** Copies an object by COPY: its bytes do not come here. @throws OptionError for another region */
export async function copyObject(from: ObjectPlace, to: ObjectPlace, options: CopyOptions): Promise<CopiedObject> {
  const operation = 'copyTo(to, options)';
  checkRequestOptions(operation, options, [...attributeNames, 'ifMatch', 'versionId', 'fresh', 'segments']);
  if (from.region !== to.region) {
    throw new OptionError(
      `copyTo: ${titleOf(to)} is of another region or set, and a cluster copies within itself; read it and write it there`,
    );
  }
  const { ifMatch, versionId, fresh, segments = 'join' } = options;
  const headers = {
    ...attributeHeaders(options),
    destination: pathOf(to.container, to.name),
    'if-match': ifMatch === undefined ? undefined : `"${ifMatch}"`,
    'x-fresh-metadata': fresh === true ? 'true' : undefined,
  };
  const query = { 'version-id': versionId, 'multipart-manifest': segments === 'share' ? 'get' : undefined };
  const request = { operation: 'copyTo', method: 'COPY', path: objectPath(from), query, headers };
  const answer = await ask(from.region, request, longRequestOptionsOf(options));
  return { name: to.name, etag: withoutQuotes(answer['etag']) };
}
