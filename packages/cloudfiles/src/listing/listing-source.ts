import type { ListedPage, ListingSource, PageRequest } from '@proj/core/store';
import { isNotFoundError } from '../errors/status-errors.js';
import type { StoreFacts } from '../facts/index.js';
import { numberOf } from '../headers/numbers.js';
import { infoOf } from '../objects/object-info.js';
import { pathOf } from '../wire/addresses.js';
import { ask } from '../wire/ask.js';
import { listIn, textOf } from '../wire/body.js';
import type { Region } from '../wire/region.js';
import { send } from '../wire/transport.js';
import { namesOf } from './names-of.js';
import { entriesOf } from './read-listing.js';

/** How core's listing asks a container: pages by their markers, one object by HEAD, the count by one HEAD of the container. */
export function listingSource<F extends StoreFacts>(region: Region<F>, container: string): ListingSource<F> {
  const { facts } = region;
  return {
    facts,
    page: (request) => page(region, container, request),
    head: (name, signal) => head(region, container, name, signal),
    count: async () => {
      const request = { operation: 'list.plan', method: 'HEAD', path: pathOf(container) };
      const headers = await ask(region, request, {});
      return numberOf(headers['x-container-object-count']);
    },
  };
}

async function page(region: Region, container: string, request: PageRequest): Promise<ListedPage> {
  const { prefix, delimiter, after, before, token, fields, signal } = request;
  const limit = region.facts.page;
  const query = {
    format: 'json',
    limit: String(limit),
    marker: token ?? after,
    end_marker: before,
    prefix,
    delimiter,
  };
  const wanted = { operation: 'list', method: 'GET', path: pathOf(container), query, kind: 'LIST' } as const;
  const answer = await send(region, wanted, { signal });
  const of = { operation: 'list', region: region.name };
  const text = await textOf(of, answer);
  const names = fields.length === 0 && delimiter === undefined ? namesOf(text) : undefined;
  const entries = names ?? entriesOf(listIn(of, text), fields, region.name);
  const last = entries.at(-1);
  const isFull = last !== undefined && entries.length >= limit;
  return { entries, next: isFull ? ('prefix' in last ? last.prefix : last.name) : undefined };
}

async function head(region: Region, container: string, name: string, signal: AbortSignal) {
  try {
    const request = { operation: 'list', method: 'HEAD', path: pathOf(container, name) };
    const headers = await ask(region, request, { signal });
    const { size, modified, etag, contentType, metadata, expiresAt } = infoOf(name, headers);
    return { size, modified, etag, contentType, metadata, expiresAt };
  } catch (error) {
    if (isNotFoundError(error)) return undefined;
    throw error;
  }
}
