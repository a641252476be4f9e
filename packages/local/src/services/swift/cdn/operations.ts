import { createHash } from 'node:crypto';
import type { Answer } from '../../../wire/answer.js';
import { compareBytes } from '../../ordering/compare-bytes.js';
import { isTrue } from '../listing/wanted.js';
import { badRequest, notFound, SwiftError } from '../swift-error.js';
import { defined, json, nothing, text } from '../wire/answers.js';
import { addressesOf } from './addresses.js';
import type { Published } from './cdn.js';
import type { CdnCall } from './cdn-call.js';

const TTL = { least: 900, most: 31_536_000, usual: 259_200 } as const;
const MOST = 10_000;

/** Lists what is, or was, published. */
export function listCdn({ cdn, query, region }: CdnCall): Answer {
  const limit = Number(query.get('limit') ?? MOST);
  if (!Number.isInteger(limit) || limit < 0 || limit > MOST) throw new SwiftError(412);
  const [marker, end] = [query.get('marker') ?? '', query.get('end_marker')];
  const wanted = [...cdn.published]
    .filter(
      ([name, { enabled }]) => (enabled || !isTrue(query.get('enabled_only') ?? '')) && compareBytes(name, marker) > 0,
    )
    .filter(([name]) => end === null || compareBytes(name, end) < 0)
    .sort(([a], [b]) => compareBytes(a, b))
    .slice(0, limit);
  if (query.get('format') !== 'json') {
    return wanted.length > 0 ? text(200, wanted.map(([name]) => `${name}\n`).join('')) : nothing(204);
  }
  const rows = wanted.map(([name, published]) => {
    const addresses = addressesOf(published, region);
    const { enabled, ttl, logs } = published;
    return {
      name,
      cdn_enabled: enabled,
      ttl,
      log_retention: logs,
      cdn_uri: addresses['x-cdn-uri'],
      cdn_ssl_uri: addresses['x-cdn-ssl-uri'],
      cdn_streaming_uri: addresses['x-cdn-streaming-uri'],
      cdn_ios_uri: addresses['x-cdn-ios-uri'],
    };
  });
  return json(200, rows);
}

/** Says how a container is published. */
export function headCdn(call: CdnCall): Answer {
  const published = call.cdn.published.get(call.target.container ?? '');
  if (!published) throw notFound();
  return nothing(204, headersOf(published, call.region));
}

/** Publishes a container, or with a POST changes how it is published. */
export function publish(call: CdnCall): Answer {
  const { cdn, target, method, storage, now, header } = call;
  const name = target.container ?? '';
  const before = cdn.published.get(name);
  if (!storage.find(name, now) || (method === 'POST' && !before)) throw notFound();
  const published = {
    enabled: flag(header('x-cdn-enabled'), before?.enabled ?? true),
    ttl: readTtl(header('x-ttl')) ?? before?.ttl ?? TTL.usual,
    logs: flag(header('x-log-retention'), before?.logs ?? false),
    code: before?.code ?? createHash('sha256').update(`${storage.id}/${name}`).digest('hex').slice(0, 28),
  };
  cdn.published.set(name, published);
  const { 'x-cdn-enabled': _, ...headers } = headersOf(published, call.region);
  return nothing(before ? 202 : 201, headers);
}

/** Takes an object from the edges, a few times in a day. The object itself stays. */
export function purge({ cdn, target, now }: CdnCall): Answer {
  if (!cdn.published.has(target.container ?? '')) throw notFound();
  if (!cdn.purge(now)) throw new SwiftError(498);
  return nothing(204);
}

function headersOf(published: Published, region: string): Record<string, string> {
  const { enabled, ttl, logs } = published;
  const titled = (value: boolean): string => (value ? 'True' : 'False');
  return defined({
    ...addressesOf(published, region),
    'x-cdn-enabled': titled(enabled),
    'x-ttl': ttl,
    'x-log-retention': titled(logs),
  });
}

function flag(text: string | undefined, before: boolean): boolean {
  return text === undefined ? before : isTrue(text);
}

function readTtl(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ttl = Number(text);
  if (/^\d+$/.test(text) && ttl >= TTL.least && ttl <= TTL.most) return ttl;
  throw badRequest(`X-TTL must be between ${TTL.least} and ${TTL.most}`);
}
