import type { Target } from '../targets/target.js';
import type { Plan } from './job.js';
import type { Outcome } from './outcome.js';
import type { Report } from './report.js';

/**
 * A call under way at every target. Awaited, it gives the values in target order, or fails with a `FanOutError` that has
 * every outcome; iterated, it gives outcomes as they come. It starts by itself at the end of the turn that made it.
 *
 * @example
 * const report = await ec2.describeVolumes({}).settled();
 * for (const { target, status, error } of report.failures) console.warn(target.region, status, error.message);
 */
export interface Fanout<T> extends PromiseLike<readonly T[]>, AsyncIterable<Outcome<T>> {
  /** As a promise's: handles the failure of the values. */
  catch<R = never>(onRejected?: ((reason: unknown) => R | PromiseLike<R>) | null): Promise<readonly T[] | R>;
  /** As a promise's: runs whether the values came or failed. */
  finally(onFinally?: (() => void) | null): Promise<readonly T[]>;
  /** Every outcome. Never fails for a target; only when the targets themselves could not be found. */
  settled(): Promise<Report<T>>;
  /** The values by region. A set of several accounts refuses it: see {@link Fanout.byTarget}. */
  byRegion(): Promise<ReadonlyMap<string, T>>;
  /** The values by target. */
  byTarget(): Promise<ReadonlyMap<Target, T>>;
  /** What `select` picks from each value, in one list in target order. */
  flat<U>(select: (value: T, target: Target) => Iterable<U> | undefined): Promise<readonly U[]>;
  /** The targets and the number of requests. Asked for in the turn that made the call, it keeps it from starting. */
  plan(): Promise<Plan>;
}
