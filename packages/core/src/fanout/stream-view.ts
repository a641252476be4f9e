import { OptionError } from '../errors/option-error.js';
import type { Target } from '../targets/target.js';
import { FanOutError } from './fan-out-error.js';
import type { FanoutStream, StreamCounts, StreamEvent, Streamed } from './fanout-stream.js';
import { type LaneItems, picked, wholePage } from './lane-items.js';
import { mergeArrivals } from './merge.js';
import type { Report } from './report.js';
import { mergeSorted } from './sorted-merge.js';
import { pickEvents, Taken, takeEvents } from './stream-events.js';
import type { StreamJob } from './stream-job.js';
import { StreamRun } from './stream-run.js';

/** How a view of a run makes its events; `items` while they are still made lane by lane, so that they can be sorted. */
interface Shape<P, T> {
  readonly events: () => AsyncIterable<StreamEvent<T>>;
  readonly items?: LaneItems<P, T> | undefined;
  /** Whether the events are in one order over all targets, so that a missing target leaves gaps in any part of them. */
  readonly sorted: boolean;
  readonly taken?: Taken | undefined;
}

/** The stream of a paginating call. */
export function streamOf<P>(job: StreamJob<P>): FanoutStream<P> {
  const run = new StreamRun(job);
  return new StreamView(run, byArrival(run, wholePage<P>));
}

function byArrival<P, T>(run: StreamRun<P>, items: LaneItems<P, T>): Shape<P, T> {
  return { events: () => run.read((lanes) => mergeArrivals(lanes, items)), items, sorted: false };
}

/** One way to look at a run: its pages, or what `items`, `sorted` and `take` make of them. All views of a run share its one use. */
class StreamView<P, T> implements FanoutStream<T> {
  readonly #run: StreamRun<P>;
  readonly #shape: Shape<P, T>;

  constructor(run: StreamRun<P>, shape: Shape<P, T>) {
    this.#run = run;
    this.#shape = shape;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Streamed<T>, void, undefined> {
    for await (const event of this.#shape.events()) {
      if (event.status === 'ok') yield { target: event.target, value: event.value };
    }
    await this.#throwIfMissing();
  }

  settled(): AsyncIterable<StreamEvent<T>> {
    return this.#shape.events();
  }

  async report(): Promise<Report<StreamCounts>> {
    if (!this.#run.claimed) for await (const _ of this.#shape.events());
    return this.#run.report;
  }

  items<U>(select: (value: T, target: Target) => Iterable<U> | undefined): FanoutStream<U> {
    const { items, events } = this.#shape;
    if (items !== undefined) return new StreamView(this.#run, byArrival(this.#run, picked(items, select)));
    return new StreamView(this.#run, { ...this.#shape, items: undefined, events: () => pickEvents(events(), select) });
  }

  sorted(compare: (a: T, b: T) => number): FanoutStream<T> {
    const { items } = this.#shape;
    const { operation } = this.#run.job;
    if (items === undefined) {
      throw new OptionError(`${operation}: sorted() merges the targets' own orders: call it once, before take()`);
    }
    const events = () => this.#run.read((lanes) => mergeSorted(operation, lanes, items, compare));
    return new StreamView(this.#run, { events, sorted: true });
  }

  take(n: number): FanoutStream<T> {
    if (!Number.isInteger(n) || n < 1) throw new OptionError(`take(${n}): give a whole number of values, 1 or more`);
    const { events, sorted } = this.#shape;
    const taken = new Taken(n);
    return new StreamView(this.#run, { events: () => takeEvents(events(), taken), sorted, taken });
  }

  async count(): Promise<{ readonly count: number; readonly exact: boolean; readonly missing: readonly Target[] }> {
    let count = 0;
    for await (const { status } of this.#shape.events()) if (status === 'ok') count += 1;
    const { complete, missing } = await this.#run.report;
    return { count, exact: complete, missing };
  }

  async toArray(): Promise<readonly T[]> {
    const values: T[] = [];
    for await (const { value } of this) values.push(value);
    return values;
  }

  async #throwIfMissing(): Promise<void> {
    const report = await this.#run.report;
    const { taken, sorted } = this.#shape;
    const failed = taken?.full === true ? sorted && taken.failures > 0 : report.missing.length > 0;
    if (failed) throw new FanOutError(this.#run.job.operation, report);
  }
}
