import type { ReceivedRequest } from '../../../http/received-request.js';

/** Parameters of a presigned URL that are of its signature. */
const OF_SIGNATURE =
  /^x-amz-(?:algorithm|credential|date|expires|signedheaders|signature|security-token|content-sha256)$/;

/** The parameters of a query, the first of each name. */
export function queryOf({ query }: ReceivedRequest): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) if (!parameters.has(name)) parameters.set(name, value);
  return parameters;
}

/** The headers, and those parameters of a presigned URL that stand for headers. */
export function headersOf(
  { headers }: ReceivedRequest,
  query: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [name, value] of query) {
    const lower = name.toLowerCase();
    if (lower.startsWith('x-amz-') && !OF_SIGNATURE.test(lower)) all.set(lower, value);
  }
  for (const [name, values] of headers) all.set(name, values.join(','));
  return all;
}
