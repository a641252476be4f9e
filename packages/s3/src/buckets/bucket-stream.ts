import { ConsumedError } from '@proj/core';
import type { Bucket } from './bucket.js';

/** Buckets as they are listed: read once, or gathered. */
export class BucketStream implements AsyncIterable<Bucket> {
  #list: (() => AsyncGenerator<Bucket, void, undefined>) | undefined;

  constructor(list: () => AsyncGenerator<Bucket, void, undefined>) {
    this.#list = list;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Bucket, void, undefined> {
    const list = this.#list;
    if (list === undefined) throw new ConsumedError('the listing was read already, and is not kept: list once more');
    this.#list = undefined;
    return list();
  }

  async toArray(): Promise<readonly Bucket[]> {
    const all: Bucket[] = [];
    for await (const bucket of this) all.push(bucket);
    return all;
  }

  /** All of them by the region that they live in. */
  async byRegion(): Promise<ReadonlyMap<string, readonly Bucket[]>> {
    const regions = new Map<string, Bucket[]>();
    for await (const bucket of this) {
      const region = await bucket.region();
      regions.set(region, [...(regions.get(region) ?? []), bucket]);
    }
    return regions;
  }
}
