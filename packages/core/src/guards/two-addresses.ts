import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Looks a name up as `node:dns` does by itself. */
type LookUpAll = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A look-up that gives two addresses of a host at most: when one cannot be connected to, Node tries the other, and no third. */
export function twoAddresses(lookUp: LookUpAll = lookup): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) callback(error, []);
      else if (options.all === true) callback(null, pair(addresses));
      else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
}

/** The first, and one of the other family, since whole families fail together; else the second. */
function pair(addresses: readonly LookupAddress[]): LookupAddress[] {
  const [first, second] = addresses;
  if (first === undefined) return [];
  const other = addresses.find(({ family }) => family !== first.family) ?? second;
  return other === undefined ? [first] : [first, other];
}
