import type { StreamEvent } from './fanout-stream.js';
import { Heap } from './heap.js';
import type { Lane, LaneStep } from './lane.js';
import type { LaneItems } from './lane-items.js';
import { isFailure } from './outcome.js';
import { UnsortedError } from './unsorted-error.js';

/** Merges lanes whose items are in order into one order: a k-way merge over the lanes' next items. */
export async function* mergeSorted<P, T>(
  operation: string,
  lanes: readonly Lane<P>[],
  items: LaneItems<P, T>,
  compare: (a: T, b: T) => number,
): AsyncGenerator<StreamEvent<T>, void, undefined> {
  const heads = new Heap<Head<P, T>>((a, b) => compare(a.value, b.value) || a.rank - b.rank);
  const readers = lanes.map((lane, rank) => new LaneReader(lane, items, rank));
  for (const first of await Promise.all(readers.map((reader) => reader.next()))) {
    if ('failed' in first) yield first.failed;
    else if ('value' in first) heads.push(first);
  }
  for (let least = heads.pop(); least !== undefined; least = heads.pop()) {
    const { reader, value } = least;
    yield { target: reader.lane.target, status: 'ok', value };
    const next = await reader.next();
    if ('failed' in next) yield next.failed;
    else if ('value' in next) {
      if (compare(value, next.value) > 0) throw new UnsortedError(operation, reader.lane.target);
      heads.push(next);
    }
  }
}

interface Head<P, T> {
  readonly reader: LaneReader<P, T>;
  readonly rank: number;
  readonly value: T;
}

type Next<P, T> = Head<P, T> | { readonly failed: Extract<StreamEvent<T>, { error: Error }> } | { readonly done: true };

/** The items of one lane, one at a time, with its next page fetched ahead. */
class LaneReader<P, T> {
  readonly lane: Lane<P>;
  readonly #items: LaneItems<P, T>;
  readonly #rank: number;
  #page: Iterator<T> = [][Symbol.iterator]();
  #ahead: Promise<LaneStep<P>>;

  constructor(lane: Lane<P>, items: LaneItems<P, T>, rank: number) {
    this.lane = lane;
    this.#items = items;
    this.#rank = rank;
    this.#ahead = lane.next();
  }

  async next(): Promise<Next<P, T>> {
    for (;;) {
      const item = this.#page.next();
      if (item.done !== true) {
        this.lane.counted(1);
        return { reader: this, rank: this.#rank, value: item.value };
      }
      const step = await this.#ahead;
      if ('ended' in step) return isFailure(step.ended) ? { failed: step.ended } : { done: true };
      this.#page = this.#items(step.page, this.lane.target)[Symbol.iterator]();
      this.#ahead = this.lane.next();
    }
  }
}
