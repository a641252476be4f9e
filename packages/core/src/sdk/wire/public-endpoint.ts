import { partitions } from '../../regions/partitions.js';

const suffixes = partitions.flatMap(({ dnsSuffix, dualStackDnsSuffix }) => [`.${dnsSuffix}`, `.${dualStackDnsSuffix}`]);

/** Whether an origin is one of AWS's own public endpoints, which are the same for everybody: no private link, no machine of one's own. */
export function isPublicEndpoint(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin || url.protocol !== 'https:' || url.port !== '') return false;
  return suffixes.some((suffix) => url.hostname.endsWith(suffix)) && !url.hostname.includes('.vpce.');
}
