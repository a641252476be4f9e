import { type FactoryOptions, OptionError, type ServiceSet, serviceSet } from '@proj/core';
import { checkOptions } from './calls/check-options.js';
import { SdbRegion } from './sdb-region.js';

/**
 * Where the service is, and the limits of any set of core.
 *
 * @example
 * ```ts
 * const options: SdbOptions = { endpoints: { north: 'https://north.example.com' }, timeout: 5_000 };
 * ```
 */
export interface SdbOptions extends Omit<FactoryOptions, 'service' | 'regions' | 'partition'> {
  /** The service's address in each region, by the region's name. */
  readonly endpoints: Readonly<Record<string, string>>;
}

/**
 * The service in every region: the methods of {@link SdbRegion}, fanned out, and a set's own members.
 *
 * @example
 * ```ts
 * const north: SdbSet = sdb({ endpoints }).in('north-*');
 * ```
 */
export type SdbSet = ServiceSet<SdbRegion>;

/**
 * The service in every region that has an endpoint.
 *
 * @throws OptionError, RegionNameError for options that cannot work
 * @example
 * ```ts
 * const everywhere = sdb({ endpoints: { north: 'https://north.example.com', south: 'https://south.example.com' } });
 * const domains = (await everywhere.domains()).flat();
 * ```
 */
export function sdb(options: SdbOptions): SdbSet {
  checkOptions('sdb(options)', options);
  const { endpoints, ...limits } = options;
  const make = ({ region }: { readonly region: string }) => {
    const endpoint = Object.hasOwn(endpoints, region) ? endpoints[region] : undefined;
    if (endpoint !== undefined) return new SdbRegion(region, endpoint);
    throw new OptionError(`sdb(options): endpoints has no ${region}; there are ${Object.keys(endpoints).join(', ')}`);
  };
  return serviceSet(make, { ...limits, service: 'sdb', regions: Object.keys(endpoints) });
}
