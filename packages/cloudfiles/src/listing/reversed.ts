import { type CommonPrefix, type Field, type Row, UnsupportedError } from '@proj/core/store';
import { checkRequestOptions, type RequestOptions, requestOptionsOf } from '../calls/request-options.js';
import { pathOf } from '../wire/addresses.js';
import { listOf } from '../wire/body.js';
import type { Region } from '../wire/region.js';
import { send } from '../wire/transport.js';
import { entriesOf } from './read-listing.js';

/**
 * Which names are listed, from the last to the first.
 *
 * @example
 * ```ts
 * const options: ReversedOptions = { prefix: 'log/', before: 'log/2026-12' };
 * ```
 */
export interface ReversedOptions extends RequestOptions {
  readonly prefix?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Names behind this one. @defaultValue to the first */
  readonly after?: string | undefined;
  /** Names before this one, where it begins. @defaultValue from the last */
  readonly before?: string | undefined;
}

/** An object of it, with what a listing has; or all names that begin alike. */
export type ReversedRow = Row<'size' | 'modified' | 'etag' | 'contentType'> | CommonPrefix;

const fields: readonly Field[] = ['size', 'modified', 'etag', 'contentType'];

/**
 * Lists backwards, page by page: what bounds a listing at its end is its marker then.
 *
 * @throws UnsupportedError where it is known that the store cannot
 */
export async function* reversedRows(
  region: Region,
  container: string,
  options: ReversedOptions,
): AsyncGenerator<ReversedRow, void, undefined> {
  const operation = 'reversed(options)';
  checkRequestOptions(operation, options, ['prefix', 'delimiter', 'after', 'before']);
  if (region.facts.has.reverseList === 'no') throw new UnsupportedError(region.facts, 'reverseList');
  const { prefix, delimiter, after, before } = options;
  const limit = region.facts.page;
  let marker = before;
  for (;;) {
    const bounds = { marker, end_marker: after, prefix, delimiter };
    const query = { format: 'json', limit: String(limit), reverse: 'true', ...bounds };
    const ask = { operation, method: 'GET', path: pathOf(container), query, kind: 'LIST' } as const;
    const answer = await send(region, ask, requestOptionsOf(options));
    const entries = entriesOf(await listOf({ operation, region: region.name }, answer), fields, region.name);
    yield* entries as readonly ReversedRow[];
    const last = entries.at(-1);
    if (last === undefined || entries.length < limit) return;
    marker = 'prefix' in last ? last.prefix : last.name;
  }
}
