import { decode, readObjectPath } from '../door/storage-target.js';
import type { SwiftCall } from '../swift-call.js';
import { SwiftError, unfit } from '../swift-error.js';

/** A copy as two calls: one that reads, and one that writes. */
export interface Copy {
  readonly from: SwiftCall;
  readonly to: SwiftCall;
}

/** What is of reading: the place that is written to knows nothing of it. */
const READS: ReadonlySet<string> = new Set([
  'range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
]);

/** Reads a copy, from whichever end it is said. Throws {@link SwiftError} where the other end is none. */
export function readCopy(call: SwiftCall): Copy {
  const pushed = call.method === 'COPY';
  const header = pushed ? 'Destination' : 'X-Copy-From';
  const given = call.header(header.toLowerCase());
  if (given === undefined) throw new SwiftError(412, `${header} header required`);
  const [path = '', search = ''] = given.split('?');
  const place = readObjectPath(decode(path));
  if (!place) {
    throw new SwiftError(412, `${header} header must be of the form <container name>/<object name>`);
  }
  if (!pushed && Number(call.header('content-length') ?? 0) !== 0) {
    throw unfit('Copy requests require a zero byte body');
  }
  const named = call.header(pushed ? 'destination-account' : 'x-copy-from-account');
  const account = named === undefined ? call.parts.target.account : decode(named);
  const other = { account, ...place };
  const query = new Map([...call.parts.query, ...new URLSearchParams(search)]);
  const from = call.derive({ method: 'GET', ...(pushed ? {} : { target: other, query }) });
  const headers = new Map([...call.parts.headers].filter(([name]) => !READS.has(name)));
  const to = call.derive({ method: 'PUT', ...(pushed ? { target: other } : {}), headers, query: new Map() });
  return { from, to };
}
