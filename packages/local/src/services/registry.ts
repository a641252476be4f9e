import type { Region } from '../regions/region.js';
import type { Service } from './service.js';

/** The services of a cloud, by the name in a signature's scope. */
export class ServiceRegistry {
  readonly #services: ReadonlyMap<string, Service>;
  /** The one that answers what names no service. */
  readonly fallback: Service;

  constructor(first: Service, ...others: readonly Service[]) {
    this.fallback = first;
    this.#services = new Map([first, ...others].map((service) => [service.name, service]));
  }

  get names(): readonly string[] {
    return [...this.#services.keys()];
  }

  /** Those that know their requests by their heads. */
  get behindDoors(): readonly Service[] {
    return [...this.#services.values()].filter(({ door }) => door);
  }

  /** The regions that single services have for themselves. */
  get ownRegions(): readonly Region[] {
    return [...this.#services.values()].flatMap(({ ownRegions = [] }) => ownRegions);
  }

  /** Ends what they would do later. */
  async close(): Promise<void> {
    await Promise.all([...this.#services.values()].map((service) => service.close?.()));
  }

  find(name: string): Service | undefined {
    return this.#services.get(name);
  }
}
