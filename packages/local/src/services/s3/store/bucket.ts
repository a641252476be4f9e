import { Objects } from './objects.js';
import type { Records } from './records.js';
import { Uploads } from './uploads.js';

/** What of a bucket never changes. */
export interface BucketFacts {
  readonly name: string;
  readonly region: string;
  /** The account that has it. */
  readonly owner: string;
  readonly created: number;
}

/** A bucket: its objects, its uploads, and its settings, each by the name of its sub-resource. */
export class Bucket implements BucketFacts {
  readonly name: string;
  readonly region: string;
  readonly owner: string;
  readonly created: number;
  readonly objects: Objects;
  readonly uploads: Uploads;
  readonly #settings: Map<string, string>;
  readonly #records: Records;

  constructor(facts: BucketFacts, records: Records, settings: Iterable<readonly [string, string]> = []) {
    ({ name: this.name, region: this.region, owner: this.owner, created: this.created } = facts);
    this.objects = new Objects(facts.name, records);
    this.uploads = new Uploads(facts.name, records, this.objects);
    this.#settings = new Map(settings);
    this.#records = records;
  }

  /** A setting as the text that it is kept in. */
  setting(name: string): string | undefined {
    return this.#settings.get(name);
  }

  /** Sets it, or with `undefined` takes it away. */
  set(name: string, value: string | undefined): void {
    if (value === undefined) this.#settings.delete(name);
    else this.#settings.set(name, value);
    this.note();
  }

  /** Notes what it is. */
  note(): void {
    const { name, region, owner, created } = this;
    this.#records.put('buckets', name, { facts: { name, region, owner, created }, settings: [...this.#settings] });
  }
}
