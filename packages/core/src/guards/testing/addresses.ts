import type { LookupFunction } from 'node:net';
import { twoAddresses } from '../two-addresses.js';

/** A look-up that gives these addresses for every name. */
export function addressesOf(...addresses: readonly string[]): LookupFunction {
  return twoAddresses((_hostname, _options, callback) => {
    process.nextTick(
      callback,
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  });
}
