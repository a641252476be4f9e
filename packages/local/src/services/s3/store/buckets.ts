import { SortedMap } from '../../ordering/sorted-map.js';
import { Bucket, type BucketFacts } from './bucket.js';
import type { Records } from './records.js';

/** Every bucket of the cloud: their names are taken over all accounts and regions. */
export class Buckets {
  readonly #records: Records;
  readonly #buckets = new SortedMap<Bucket>();

  constructor(records: Records) {
    this.#records = records;
  }

  find(name: string): Bucket | undefined {
    return this.#buckets.get(name);
  }

  /** All from the first whose name passes, by name. */
  *from(passes: (name: string) => boolean): Iterable<Bucket> {
    for (const [, bucket] of this.#buckets.from(passes)) yield bucket;
  }

  add(facts: BucketFacts, settings: Iterable<readonly [string, string]> = []): Bucket {
    const bucket = new Bucket(facts, this.#records, settings);
    this.#buckets.set(facts.name, bucket);
    return bucket;
  }

  remove({ name }: Bucket): void {
    this.#buckets.delete(name);
    this.#records.remove('buckets', name);
  }
}
