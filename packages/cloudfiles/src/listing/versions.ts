import { UnsupportedError } from '@proj/core/store';
import { checkRequestOptions, type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { withoutQuotes } from '../headers/numbers.js';
import { pathOf } from '../wire/addresses.js';
import { listOf } from '../wire/body.js';
import type { Region } from '../wire/region.js';
import { send } from '../wire/transport.js';
import { modifiedOf, type WireRow } from './read-listing.js';

/**
 * Which versions are listed.
 *
 * @example
 * ```ts
 * const options: VersionsOptions = { prefix: 'reports/' };
 * ```
 */
export interface VersionsOptions extends RequestOptions {
  readonly prefix?: string | undefined;
}

/** A version of an object, or the mark that it was deleted. */
export interface ObjectVersion {
  readonly name: string;
  /** `null` of what was written before versions were kept. */
  readonly versionId: string;
  readonly isLatest: boolean;
  readonly isDeleted: boolean;
  readonly size: number;
  readonly modified: Date;
  readonly etag: string;
  readonly contentType: string;
}

/** @throws UnsupportedError where it is known that the store keeps no versions by their ids */
export async function* objectVersions(
  region: Region,
  container: string,
  options: VersionsOptions,
): AsyncGenerator<ObjectVersion, void, undefined> {
  const operation = 'versions(options)';
  checkRequestOptions(operation, options, ['prefix']);
  if (region.facts.has.versions === 'no') throw new UnsupportedError(region.facts, 'versions');
  const limit = region.facts.page;
  let last: WireRow = {};
  for (;;) {
    const from = { marker: last.name, version_marker: last.version_id };
    const query = { format: 'json', versions: '', limit: String(limit), prefix: options.prefix, ...from };
    const ask = { operation, method: 'GET', path: pathOf(container), query, kind: 'LIST' } as const;
    const rows = (await listOf(
      { operation, region: region.name },
      await send(region, ask, requestOptionsOf(options)),
    )) as readonly WireRow[];
    for (const row of rows) yield versionOf(row);
    if (rows.length < limit) return;
    last = rows.at(-1) ?? {};
  }
}

function versionOf(row: WireRow): ObjectVersion {
  const { name = '', version_id: versionId = 'null', is_latest: isLatest = false, bytes: size = 0 } = row;
  const contentType = row.content_type ?? '';
  return {
    name,
    versionId,
    isLatest,
    isDeleted: contentType.startsWith('application/x-deleted;swift_versions_deleted=1'),
    size,
    modified: modifiedOf(row),
    etag: withoutQuotes(row.slo_etag ?? row.hash),
    contentType,
  };
}
