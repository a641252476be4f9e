import { type Extended, extendSet, type ServiceSet, type ServiceSetOptions, serviceSet } from '@proj/core';
import type { SimpleDBClientConfig } from './client/config/client-config.js';
import { SimpleDB } from './client/simpledb.js';
import { type SimpleDBExtras, simpledbExtras } from './everywhere/simpledb-extras.js';

/**
 * Regions, credentials, endpoint and limits, as any set of core takes them; `config` is the SimpleDB client's.
 *
 * @example
 * ```ts
 * const options: SimpleDBOptions = { regions: ['eu-*'], config: { maxAttempts: 5 } };
 * ```
 */
export type SimpleDBOptions = ServiceSetOptions<SimpleDBClientConfig>;

/**
 * SimpleDB in every region: the methods of {@link SimpleDB}, fanned out, a set's own members, and {@link SimpleDBExtras}.
 *
 * @example
 * ```ts
 * const europe: SimpleDBSet = simpledb().in('eu-*');
 * ```
 */
export type SimpleDBSet = Extended<ServiceSet<SimpleDB>, SimpleDBExtras>;

/**
 * SimpleDB in all of its regions, or in those that the options name: `serviceSet(SimpleDB, options)`, with its domains as objects.
 *
 * @throws OptionError, UnknownRegionError, RegionNameError, MixedPartitionsError for options that cannot work
 * @example
 * ```ts
 * const everywhere = simpledb();
 * for (const domain of (await everywhere.domains()).flat()) console.log(domain.region, domain.name);
 * ```
 */
export function simpledb(options: SimpleDBOptions = {}): SimpleDBSet {
  return extendSet(serviceSet(SimpleDB, options), simpledbExtras);
}
