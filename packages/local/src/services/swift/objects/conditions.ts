import type { StoredObject } from '../store/stored-object.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError } from '../swift-error.js';
import { httpDate, seconds } from '../wire/times.js';

/** Holds an object against the conditions of a call. Throws {@link SwiftError}: 412 where one fails, 304 where nothing is new. */
export function checkConditions(call: SwiftCall, { stamp, metadata, contentType }: StoredObject, etag: string): void {
  const headers = { ...Object.fromEntries(metadata), etag, 'last-modified': httpDate(stamp) };
  const [match, noneMatch] = [call.header('if-match'), call.header('if-none-match')];
  const [since, unmodified] = [timeOf(call, 'if-modified-since'), timeOf(call, 'if-unmodified-since')];
  if (match !== undefined && !names(match, etag)) throw new SwiftError(412, '', { headers });
  if (unmodified !== undefined && seconds(stamp) > unmodified) throw new SwiftError(412, '', { headers });
  const known = noneMatch === undefined ? since !== undefined && seconds(stamp) <= since : names(noneMatch, etag);
  if (known)
    throw new SwiftError(304, '', { headers: { ...headers, 'content-type': contentType, 'accept-ranges': 'bytes' } });
}

function timeOf(call: SwiftCall, name: string): number | undefined {
  const time = Date.parse(call.header(name) ?? '');
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}

function names(list: string, etag: string): boolean {
  const own = etag.replaceAll('"', '');
  return list.split(',').some((one) => one.trim() === '*' || one.trim().replaceAll('"', '') === own);
}
