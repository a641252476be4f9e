import type { SimpleDBServiceException } from '../client/index.js';

/** Which regions of a set lack a domain. One that all of them lack is likely misspelt. */
export class Absence {
  readonly #regions = new Set<string>();
  readonly #size: () => Promise<number>;

  constructor(size: () => Promise<number>) {
    this.#size = size;
  }

  /** Notes a region without the domain. @throws the error when that was the last region that could have had it */
  async note(region: string, error: SimpleDBServiceException): Promise<void> {
    this.#regions.add(region);
    if (this.#regions.size >= (await this.#size())) throw error;
  }
}
