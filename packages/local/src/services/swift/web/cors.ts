import type { SwiftCall } from '../swift-call.js';
import type { Headers } from '../wire/answers.js';

const EXPOSED =
  'cache-control, content-language, content-type, expires, last-modified, pragma, etag, x-timestamp, x-trans-id, x-openstack-request-id';

/** What a page of elsewhere has to be told so that it may see an answer, where its container lets it. */
export function corsHeaders(call: SwiftCall): Headers | undefined {
  const origin = call.header('origin');
  const metadata = call.knownContainer?.metadata;
  const allowed = metadata?.get('x-container-meta-access-control-allow-origin')?.split(/\s+/) ?? [];
  if (origin === undefined || !(allowed.includes('*') || allowed.includes(origin))) return undefined;
  const more = metadata?.get('x-container-meta-access-control-expose-headers') ?? '';
  return {
    'access-control-allow-origin': allowed.includes('*') ? '*' : origin,
    'access-control-expose-headers': `${EXPOSED}${more && `, ${more.split(/\s+/).join(', ')}`}`,
    vary: 'Origin',
  };
}
