import { type Fanout, type FanoutStream, resourceSet, type ServiceSet } from '@proj/core';
import type { ReadOptions, RequestOptions } from '../calls/request-options.js';
import type { SimpleDB } from '../client/index.js';
import { dumpEverywhere } from '../dump/dump-everywhere.js';
import type { DumpOptions } from '../dump/dump-options.js';
import { loadEverywhere } from '../dump/load-everywhere.js';
import type { LoadOptions } from '../dump/load-options.js';
import type { LoadReport } from '../dump/load-report.js';
import type { DumpSource } from '../dump/split-lines.js';
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
  /**
   * All domains of all regions as lines of NDJSON, each with its line feed, as they arrive. What is held in memory is a page or
   * two of each region. When a region fails, the others are finished before its error is thrown. See `dumpPosition` for going on.
   */
  dump(options?: DumpOptions): AsyncIterable<string>;
  /**
   * Loads a dump, each line into the region that it names. What it has takes the place of what is there.
   *
   * @throws LoadError when something stopped it, or when items were refused; DumpFormatError for what is no dump, or names a
   * region that the set does not have
   */
  load(source: DumpSource, options?: LoadOptions): Promise<LoadReport>;
}

/** Made anew for each set that `in` and `with` make. */
export function simpledbExtras(clients: ServiceSet<SimpleDB>): SimpleDBExtras {
  return {
    domains: (options = {}) => resourceSet(clients, (place) => new RegionDomains(place)).domains(options),
    domain: (name) => domainSet(clients, name),
    selectEverywhere: (query, options = {}) => selectEverywhere(clients, query, options),
    dump: (options = {}) => dumpEverywhere(clients, options),
    load: (source, options = {}) => loadEverywhere(clients, source, options),
  };
}
