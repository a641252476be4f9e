import type { FanoutStream, Report, StreamCounts, StreamEvent, Streamed, Target } from '@proj/core';
import type { Item } from '../objects/item.js';
import { one } from '../objects/one.js';

/** The counts of regions as a stream: an item with `Count` of each, as SimpleDB gives them, whose `count()` is their sum. */
export class CountedStream implements FanoutStream<Item> {
  readonly #counts: FanoutStream<Item>;
  /** As many are counted at most. */
  readonly #limit: number;

  constructor(counts: FanoutStream<Item>, limit: number = Number.POSITIVE_INFINITY) {
    this.#counts = counts;
    this.#limit = limit;
  }

  [Symbol.asyncIterator](): AsyncIterator<Streamed<Item>> {
    return this.#counts[Symbol.asyncIterator]();
  }

  settled(): AsyncIterable<StreamEvent<Item>> {
    return this.#counts.settled();
  }

  report(): Promise<Report<StreamCounts>> {
    return this.#counts.report();
  }

  items<U>(select: (value: Item, target: Target) => Iterable<U> | undefined): FanoutStream<U> {
    return this.#counts.items(select);
  }

  sorted(compare: (a: Item, b: Item) => number): FanoutStream<Item> {
    return this.#counts.sorted(compare);
  }

  take(n: number): FanoutStream<Item> {
    return this.#counts.take(n);
  }

  toArray(): Promise<readonly Item[]> {
    return this.#counts.toArray();
  }

  /** The sum of the regions that answered. One that reaches the limit is exact, whatever the others have. */
  async count(): Promise<{ readonly count: number; readonly exact: boolean; readonly missing: readonly Target[] }> {
    let count = 0;
    for await (const event of this.#counts.settled()) {
      if (event.status === 'ok') count += Number(one(event.value.attributes, 'Count') ?? 0);
    }
    const { complete, missing } = await this.#counts.report();
    return { count: Math.min(count, this.#limit), exact: complete || count >= this.#limit, missing };
  }
}
