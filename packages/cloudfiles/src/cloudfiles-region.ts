import type { Place } from './calls/place.js';
import type { Container } from './containers/container.js';
import { type ContainerPage, type ContainersOptions, containerPages } from './containers/list-containers.js';
import { collect } from './listing/pages.js';
import type { PagingOptions } from './listing/paging-options.js';

/**
 * The service in one region: what `cloudfiles()` has in each, and what `cloudfiles(options).at(region)` gives.
 *
 * Listing methods gather all pages; their `paginate…` twins give them one by one. They throw `HttpStatusError`,
 * `UnexpectedAnswerError`, core's `TimeOverError` and `CancelledError`, and what `fetch` throws when a connection fails.
 *
 * @example
 * ```ts
 * const north = cloudfiles({ endpoints }).at('north');
 * const containers = await north.containers();
 * ```
 */
export class CloudfilesRegion {
  readonly #place: Place;

  constructor(region: string, endpoint: string) {
    this.#place = { region, endpoint: endpoint.replace(/\/$/, '') };
  }

  /** The region's name. */
  get region(): string {
    return this.#place.region;
  }

  /**
   * All containers of the region.
   *
   * @throws OptionError for options that cannot work; RepeatingTokenError
   */
  async containers(options: ContainersOptions = {}): Promise<readonly Container[]> {
    return collect(containerPages(this.#place, options, {}), (page) => page.containers);
  }

  /** The same page by page, each asked for when it is wanted. */
  paginateContainers(options: ContainersOptions = {}, paging: PagingOptions = {}): AsyncIterable<ContainerPage> {
    return containerPages(this.#place, options, paging);
  }
}
