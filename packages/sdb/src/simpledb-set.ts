import { type ServiceSet, type ServiceSetOptions, serviceSet } from '@proj/core';
import type { SimpleDBClientConfig } from './client/config/client-config.js';
import { SimpleDB } from './client/simpledb.js';

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
 * SimpleDB in every region: the methods of {@link SimpleDB}, fanned out, and a set's own members.
 *
 * @example
 * ```ts
 * const europe: SimpleDBSet = simpledb().in('eu-*');
 * ```
 */
export type SimpleDBSet = ServiceSet<SimpleDB>;

/**
 * SimpleDB in all of its regions, or in those that the options name: `serviceSet(SimpleDB, options)`.
 *
 * @throws OptionError, UnknownRegionError, RegionNameError, MixedPartitionsError for options that cannot work
 * @example
 * ```ts
 * for (const [region, { DomainNames = [] }] of await simpledb().listDomains().byRegion()) console.log(region, DomainNames);
 * ```
 */
export function simpledb(options: SimpleDBOptions = {}): SimpleDBSet {
  return serviceSet(SimpleDB, options);
}
