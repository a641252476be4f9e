import { type Fanout, type FanoutStream, resourceSet, type ServiceSet } from '@proj/core';
import type { ReadOptions, RequestOptions } from '../calls/request-options.js';
import type { SimpleDB } from '../client/index.js';
import type { Domain } from '../objects/domain.js';
import type { Item } from '../objects/item.js';
import type { Query } from '../selecting/expression-of.js';
import { type DomainSet, domainSet } from './domain-set.js';
import { RegionDomains } from './region-domains.js';
import { selectEverywhere } from './select-everywhere.js';

/**
 * What a set of SimpleDB has beside its client's operations.
 *
 * @example
 * ```ts
 * const europe: SimpleDBExtras = simpledb().in('eu-*');
 * ```
 */
export interface SimpleDBExtras {
  /** The domains of every region, as objects that act in theirs. */
  domains(options?: RequestOptions): Fanout<readonly Domain[]>;
  /** The domain of this name in every region; `.at(region)` gives that of one. @throws LimitError for what no domain can be named */
  domain(name: string): DomainSet;
  /**
   * One query of every region, merged. `order by` holds over all regions, in the order of bytes; `limit` is for all of them
   * together, and regions that are no longer needed are not asked on. The `count()` of a `count(*)` adds up what the regions
   * count, and says which are missing. A region without the domain has nothing to give, unless none has it.
   *
   * @throws SelectSyntaxError for what is no select expression
   */
  selectEverywhere(query: Query, options?: ReadOptions): FanoutStream<Item>;
}

/** Made anew for each set that `in` and `with` make. */
export function simpledbExtras(clients: ServiceSet<SimpleDB>): SimpleDBExtras {
  return {
    domains: (options = {}) => resourceSet(clients, (place) => new RegionDomains(place)).domains(options),
    domain: (name) => domainSet(clients, name),
    selectEverywhere: (query, options = {}) => selectEverywhere(clients, query, options),
  };
}
