import { OptionError } from '../../errors/option-error.js';
import { showAs } from '../../printing/show-as.js';
import type { Target } from '../../targets/target.js';
import { FanOutError } from '../fan-out-error.js';
import { Leavable } from '../leavable.js';
import type { Report } from '../report.js';
import { requireSelect, withAdvice } from '../values.js';
import type { FanoutStream, StreamCounts, StreamEvent, Streamed } from './fanout-stream.js';
import { type LaneItems, picked, wholePages } from './lane-items.js';
import { mergeArrivals } from './merge.js';
import { mergeSorted } from './sorted-merge.js';
import { type Chunk, pickEvents, Taken, takeEvents } from './stream-events.js';
import type { StreamJob } from './stream-job.js';
import { type Reader, StreamRun } from './stream-run.js';

/** How a view of a run makes its events; `items` while they are still made lane by lane, so that they can be sorted. */
interface Shape<P, T> {
  readonly chunks: (reader: Reader) => AsyncIterable<Chunk<T>>;
  readonly items?: LaneItems<P, T> | undefined;
  /** Whether the events are in one order over all targets, so that a missing target leaves gaps in any part of them. */
  readonly sorted: boolean;
  readonly takes: readonly Taken[];
}

/** The stream of a paginating call. */
export function streamOf<P>(job: StreamJob<P>): FanoutStream<P> {
  const run = new StreamRun(job);
  return new StreamView(run, byArrival(run, wholePages<P>()));
}

function byArrival<P, T>(run: StreamRun<P>, items: LaneItems<P, T>): Shape<P, T> {
  const chunks = (reader: Reader) => run.read(reader, (lanes) => mergeArrivals(lanes, items));
  return { chunks, items, sorted: false, takes: [] };
}

/** One way to look at a run: its pages, or what `items`, `sorted` and `take` make of them. All views of a run share its one use. */
class StreamView<P, T> implements FanoutStream<T> {
  static {
    const text = (view: StreamView<unknown, unknown>) =>
      `FanoutStream(${view.#run.job.operation}, ${view.#run.claimed ? 'read' : 'new'})`;
    showAs(StreamView.prototype, text);
  }

  readonly #run: StreamRun<P>;
  readonly #shape: Shape<P, T>;

  constructor(run: StreamRun<P>, shape: Shape<P, T>) {
    this.#run = run;
    this.#shape = shape;
  }

  [Symbol.asyncIterator](): AsyncIterableIterator<Streamed<T>, void, undefined> {
    return this.#leavable((reader) => this.#values(reader));
  }

  settled(): AsyncIterable<StreamEvent<T>> {
    return this.#leavable((reader) => this.#events(reader));
  }

  async report(): Promise<Report<StreamCounts>> {
    if (!this.#run.claimed) for await (const _ of this.#events({}));
    return this.#run.report;
  }

  items<U>(select: (value: T, target: Target) => Iterable<U> | undefined): FanoutStream<U> {
    const { items, chunks, sorted, takes } = this.#shape;
    requireSelect(`${this.#run.job.operation}: items`, select);
    if (items !== undefined) return new StreamView(this.#run, byArrival(this.#run, picked(items, select)));
    return new StreamView(this.#run, { chunks: (reader) => pickEvents(chunks(reader), select), sorted, takes });
  }

  sorted(compare: (a: T, b: T) => number): FanoutStream<T> {
    const { items } = this.#shape;
    const { operation } = this.#run.job;
    if (items === undefined) {
      throw new OptionError(`${operation}: sorted() merges the targets' own orders: call it once, before take()`);
    }
    const merge = (reader: Reader) => this.#run.read(reader, (lanes) => mergeSorted(operation, lanes, items, compare));
    return new StreamView(this.#run, { chunks: merge, sorted: true, takes: [] });
  }

  take(n: number): FanoutStream<T> {
    if (!Number.isInteger(n) || n < 1) throw new OptionError(`take(${n}): give a whole number of values, 1 or more`);
    const { chunks, sorted, takes } = this.#shape;
    const taken = new Taken(n);
    const taking = (reader: Reader) => takeEvents(chunks(reader), taken);
    return new StreamView(this.#run, { chunks: taking, sorted, takes: [...takes, taken] });
  }

  async count(): Promise<{ readonly count: number; readonly exact: boolean; readonly missing: readonly Target[] }> {
    let count = 0;
    for await (const chunk of this.#shape.chunks({})) {
      for (const { status } of chunk) if (status === 'ok') count += 1;
    }
    const { complete, missing } = await this.#run.report;
    return { count, exact: complete, missing };
  }

  async toArray(): Promise<readonly T[]> {
    const values: T[] = [];
    for await (const chunk of this.#shape.chunks({})) {
      for (const event of chunk) if (event.status === 'ok') values.push(event.value);
    }
    await this.#requireAll(lost);
    return values;
  }

  async *#values(reader: Reader): AsyncGenerator<Streamed<T>, void, undefined> {
    for await (const chunk of this.#shape.chunks(reader)) {
      for (const event of chunk) if (event.status === 'ok') yield { target: event.target, value: event.value };
    }
    await this.#requireAll(handedOut);
  }

  async *#events(reader: Reader): AsyncGenerator<StreamEvent<T>, void, undefined> {
    for await (const chunk of this.#shape.chunks(reader)) {
      for (const event of chunk) yield event;
    }
  }

  #leavable<E>(read: (reader: Reader) => AsyncGenerator<E, void, undefined>): Leavable<E> {
    const reader: Reader = {};
    return new Leavable(read(reader), () => this.#run.leave(reader));
  }

  /** Fails when something is missing from what was asked for. */
  async #requireAll(advice: string): Promise<void> {
    const report = await this.#run.report;
    const missing = this.#missing(report);
    if (missing.length === 0) return;
    const canGoOn = report.failures.some(({ startingToken }) => startingToken !== undefined);
    const { operation, advise } = this.#run.job;
    const handling = withAdvice(advise?.(report.failures), canGoOn ? `${advice} ${goOn}` : advice);
    throw new FanOutError(operation, report, handling, missing);
  }

  /** Of a `take` that is full, only what is sorted can miss something: a value that would have come between the others. */
  #missing(report: Report<StreamCounts>): readonly Target[] {
    const { sorted, takes } = this.#shape;
    const full = takes.find((taken) => taken.full);
    if (full === undefined) return report.missing;
    return sorted ? [...full.missing] : [];
  }
}

const handedOut = 'What the others have was handed out; .settled() gives failures as events instead of this error.';
const lost = 'Collect from .settled() to keep what the others have: it gives failures as events instead of this error.';
const goOn = 'Where to go on is in error.report, as the startingToken of each outcome.';
