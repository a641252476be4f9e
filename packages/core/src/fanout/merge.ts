import type { StreamEvent } from './fanout-stream.js';
import type { Lane, LaneStep } from './lane.js';
import type { LaneItems } from './lane-items.js';
import { isFailure } from './outcome.js';

/** Merges the lanes' items in the order in which their pages arrive. One page of each lane is fetched ahead, and none is kept. */
export async function* mergeArrivals<P, T>(
  lanes: readonly Lane<P>[],
  items: LaneItems<P, T>,
): AsyncGenerator<StreamEvent<T>, void, undefined> {
  const arrivals = new Arrivals<P>();
  for (const lane of lanes) arrivals.fetch(lane);
  for (let left = lanes.length; left > 0; ) {
    const { lane, step } = await arrivals.next();
    if ('page' in step) {
      arrivals.fetch(lane);
      yield* eventsOf(lane, step.page, items);
    } else {
      left -= 1;
      if (isFailure(step.ended)) yield step.ended;
    }
  }
}

function* eventsOf<P, T>(lane: Lane<P>, page: P, items: LaneItems<P, T>): Generator<StreamEvent<T>> {
  for (const value of items(page, lane.target)) {
    lane.counted(1);
    yield { target: lane.target, status: 'ok', value };
  }
}

interface Arrival<P> {
  readonly lane: Lane<P>;
  readonly step: LaneStep<P>;
}

/** The steps of all lanes in the order in which they come. */
class Arrivals<P> {
  readonly #here: Arrival<P>[] = [];
  #waiter: { resolve(arrival: Arrival<P>): void; reject(error: unknown): void } | undefined;
  #broken: { readonly error: unknown } | undefined;

  fetch(lane: Lane<P>): void {
    lane.next().then(
      (step) => this.#arrived({ lane, step }),
      (error: unknown) => this.#broke(error),
    );
  }

  next(): Promise<Arrival<P>> {
    const first = this.#here.shift();
    if (first !== undefined) return Promise.resolve(first);
    if (this.#broken !== undefined) return Promise.reject(this.#broken.error);
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject };
    });
  }

  #arrived(arrival: Arrival<P>): void {
    const waiter = this.#waiter;
    this.#waiter = undefined;
    if (waiter === undefined) this.#here.push(arrival);
    else waiter.resolve(arrival);
  }

  #broke(error: unknown): void {
    this.#broken = { error };
    this.#waiter?.reject(error);
  }
}
