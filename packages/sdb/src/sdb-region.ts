import type { Place } from './calls/place.js';
import type { Domain } from './domains/domain.js';
import { type DomainPage, type DomainsOptions, domainPages } from './domains/list-domains.js';
import { collect } from './listing/pages.js';
import type { PagingOptions } from './listing/paging-options.js';

/**
 * The service in one region: what `sdb()` has in each, and what `sdb(options).at(region)` gives.
 *
 * Listing methods gather all pages; their `paginate…` twins give them one by one. They throw `HttpStatusError`,
 * `UnexpectedAnswerError`, core's `TimeOverError` and `CancelledError`, and what `fetch` throws when a connection fails.
 *
 * @example
 * ```ts
 * const north = sdb({ endpoints }).at('north');
 * const domains = await north.domains();
 * ```
 */
export class SdbRegion {
  readonly #place: Place;

  constructor(region: string, endpoint: string) {
    this.#place = { region, endpoint: endpoint.replace(/\/$/, '') };
  }

  /** The region's name. */
  get region(): string {
    return this.#place.region;
  }

  /**
   * All domains of the region.
   *
   * @throws OptionError for options that cannot work; RepeatingTokenError
   */
  async domains(options: DomainsOptions = {}): Promise<readonly Domain[]> {
    return collect(domainPages(this.#place, options, {}), (page) => page.domains);
  }

  /** The same page by page, each asked for when it is wanted. */
  paginateDomains(options: DomainsOptions = {}, paging: PagingOptions = {}): AsyncIterable<DomainPage> {
    return domainPages(this.#place, options, paging);
  }
}
