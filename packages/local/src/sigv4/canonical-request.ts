import { createHash } from 'node:crypto';
import type { ReceivedRequest } from '../http/received-request.js';
import { decodeUri, encodeUri } from './uri-encoding.js';

/** What of a request the services do not all sign alike. */
export interface SignedParts {
  /** The path in its canonical form. */
  readonly path: string;
  /** The body's SHA-256, or what is signed in its place. */
  readonly bodyHash: string;
}

/** The text that a client must have signed to send this request. */
export function canonicalRequest(
  request: ReceivedRequest,
  signedHeaders: readonly string[],
  { path, bodyHash }: SignedParts = wholeParts(request),
): string {
  return [
    request.method,
    path,
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${canonicalValue(request.headers.get(name) ?? [])}`),
    '',
    signedHeaders.join(';'),
    bodyHash,
  ].join('\n');
}

function wholeParts({ path, body }: ReceivedRequest): SignedParts {
  return { path: canonicalPath(path), bodyHash: sha256(body) };
}

/** SHA-256, in lower-case hexadecimal. */
export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** All services but S3 sign the path encoded once more, without dot segments and empty ones. */
function canonicalPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(encodeUri(segment));
  }
  const slash = path.length > 1 && path.endsWith('/') && kept.length > 0 ? '/' : '';
  return `/${kept.join('/')}${slash}`;
}

function canonicalQuery(query: string): string {
  return query
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('X-Amz-Signature='))
    .map(canonicalPair)
    .sort(byNameThenValue)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function canonicalPair(pair: string): readonly [string, string] {
  const mark = pair.indexOf('=');
  const name = mark < 0 ? pair : pair.slice(0, mark);
  const value = mark < 0 ? '' : pair.slice(mark + 1);
  return [encodeUri(decodeUri(name)), encodeUri(decodeUri(value))];
}

function byNameThenValue(a: readonly [string, string], b: readonly [string, string]): number {
  const [left, right] = a[0] === b[0] ? [a[1], b[1]] : [a[0], b[0]];
  return left < right ? -1 : Number(left > right);
}

function canonicalValue(values: readonly string[]): string {
  return values.map((value) => value.trim().replace(/ +/g, ' ')).join(',');
}
