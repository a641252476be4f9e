import type { Published } from './cdn.js';

/** The addresses at which a container would be published: they are shaped as Rackspace's, and lead nowhere. */
export function addressesOf({ code }: Published, region: string): Readonly<Record<string, string>> {
  const short = code.slice(0, 16);
  const at = (kind: string): string => `${short}-${code}.${kind}.${region.toLowerCase()}.cdn.invalid`;
  return {
    'x-cdn-uri': `http://${at('r1')}`,
    'x-cdn-ssl-uri': `https://${at('ssl')}`,
    'x-cdn-streaming-uri': `http://${at('stream')}`,
    'x-cdn-ios-uri': `http://${at('iosr')}`,
  };
}
