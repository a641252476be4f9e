import type { Target } from '../../targets/target.js';
import type { FailureStatus } from '../outcome.js';
import type { Report } from '../report.js';

/** A value of a stream with the target that gave it. */
export interface Streamed<T> {
  readonly target: Target;
  readonly value: T;
}

/** What a stream's `settled()` gives: values, and the failures of targets in their place. */
export type StreamEvent<T> =
  | { readonly target: Target; readonly status: 'ok'; readonly value: T }
  | { readonly target: Target; readonly status: FailureStatus; readonly error: Error };

/** How much a target gave: `items` are counted once `items()` says what they are, else each page is one. */
export interface StreamCounts {
  readonly pages: number;
  readonly items: number;
}

/**
 * The pages of every target, merged as they arrive. Lazy and used once. Healthy targets are finished before a failure is
 * thrown as a `FanOutError`; leaving the loop cancels what is under way.
 *
 * @example
 * for await (const { target, value } of ec2.paginateDescribeInstances({})) {
 *   console.log(target.region, value.Reservations?.length);
 * }
 */
export interface FanoutStream<T> extends AsyncIterable<Streamed<T>> {
  /** The same with each failure as an event, and nothing thrown for a target. */
  settled(): AsyncIterable<StreamEvent<T>>;
  /** One outcome for each target, after the end, whether that was an error or not. On an unused stream it reads it to its end. */
  report(): Promise<Report<StreamCounts>>;
  /** What `select` picks from each value, one by one. */
  items<U>(select: (value: T, target: Target) => Iterable<U> | undefined): FanoutStream<U>;
  /** The values of all targets in one order, each target's own being in that order already; else an `UnsortedError`. */
  sorted(compare: (a: T, b: T) => number): FanoutStream<T>;
  /** The first `n` values; the rest is not asked for. */
  take(n: number): FanoutStream<T>;
  /** How many values there are. `exact` is false when a target is missing or cut short: there may be more. */
  count(): Promise<{ readonly count: number; readonly exact: boolean; readonly missing: readonly Target[] }>;
  /** All values, in the order of the stream. */
  toArray(): Promise<readonly T[]>;
}
