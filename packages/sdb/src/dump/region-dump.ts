import type { Place } from '@proj/core';
import type { SimpleDB } from '../client/index.js';
import { domainNames } from '../everywhere/region-domains.js';
import { dumpDomain } from './dump-domain.js';
import type { DumpOptions } from './dump-options.js';

/** One region's part of a dump. */
export class RegionDump {
  static readonly streams: readonly string[] = ['dump'];

  readonly #place: Place<SimpleDB>;
  readonly #options: DumpOptions;

  constructor(place: Place<SimpleDB>, options: DumpOptions) {
    this.#place = place;
    this.#options = options;
  }

  /** All of its domains, one after the other. */
  async *dump(): AsyncGenerator<readonly string[], void, undefined> {
    const { signal, timeout } = this.#options;
    const names = await domainNames(this.#place, { signal, timeout });
    for (const domain of names) yield* dumpDomain({ place: this.#place, domain }, this.#options);
  }
}
