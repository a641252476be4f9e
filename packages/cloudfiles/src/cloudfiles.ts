import { type FactoryOptions, OptionError, type ServiceSet, serviceSet } from '@proj/core';
import { checkOptions } from './calls/check-options.js';
import { CloudfilesRegion } from './cloudfiles-region.js';

/**
 * Where the service is, and the limits of any set of core.
 *
 * @example
 * ```ts
 * const options: CloudfilesOptions = { endpoints: { north: 'https://north.example.com' }, timeout: 5_000 };
 * ```
 */
export interface CloudfilesOptions extends Omit<FactoryOptions, 'service' | 'regions' | 'partition'> {
  /** The service's address in each region, by the region's name. */
  readonly endpoints: Readonly<Record<string, string>>;
}

/**
 * The service in every region: the methods of {@link CloudfilesRegion}, fanned out, and a set's own members.
 *
 * @example
 * ```ts
 * const north: CloudfilesSet = cloudfiles({ endpoints }).in('north-*');
 * ```
 */
export type CloudfilesSet = ServiceSet<CloudfilesRegion>;

/**
 * The service in every region that has an endpoint.
 *
 * @throws OptionError, RegionNameError for options that cannot work
 * @example
 * ```ts
 * const everywhere = cloudfiles({ endpoints: { north: 'https://north.example.com', south: 'https://south.example.com' } });
 * const containers = (await everywhere.containers()).flat();
 * ```
 */
export function cloudfiles(options: CloudfilesOptions): CloudfilesSet {
  checkOptions('cloudfiles(options)', options);
  const { endpoints, ...limits } = options;
  const make = ({ region }: { readonly region: string }) => {
    const endpoint = Object.hasOwn(endpoints, region) ? endpoints[region] : undefined;
    if (endpoint !== undefined) return new CloudfilesRegion(region, endpoint);
    throw new OptionError(
      `cloudfiles(options): endpoints has no ${region}; there are ${Object.keys(endpoints).join(', ')}`,
    );
  };
  return serviceSet(make, { ...limits, service: 'cloudfiles', regions: Object.keys(endpoints) });
}
