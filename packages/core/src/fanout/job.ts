import type { Target } from '../targets/target.js';
import type { Task } from './attempt.js';
import type { Limits } from './limits.js';
import type { Outcome } from './outcome.js';
import type { Pace } from './pace.js';
import type { RegionSource } from './report.js';

/** The targets of a set, and where the list came from. */
export interface Found {
  readonly targets: readonly Target[];
  readonly regions: RegionSource;
}

/** What a call would do: nothing has been sent. `calls` counts requests, retries left out. */
export interface Plan {
  readonly operation: string;
  readonly targets: readonly Target[];
  readonly calls: { readonly min: number; readonly max: number | 'unbounded' };
}

/** One method call on a set, before it is fanned out. */
export interface Job<T> {
  readonly operation: string;
  readonly limits: Limits;
  /** Whether one target costs exactly one request (an operation), or nobody can tell. */
  readonly oneCallEach: boolean;
  /** At which its calls are begun, where beginning one is work for the processor. */
  readonly pace?: Pace | undefined;
  find(): Promise<Found>;
  /** The milliseconds that the target is expected to take: the slowest is asked first. */
  expected(target: Target): number;
  task(target: Target): Task<T>;
  /** Told of each outcome, so that expectations can be learned. */
  seen(outcome: Outcome<unknown>): void;
}

/** The same with the slowest first; ties stay in order. */
export function slowestFirst<T>(values: readonly T[], expected: (value: T) => number): readonly T[] {
  const timed = values.map((value) => ({ value, milliseconds: expected(value) }));
  return timed.sort((a, b) => b.milliseconds - a.milliseconds).map(({ value }) => value);
}

/** What the job would do at these targets. */
export function planOf(job: Job<unknown>, targets: readonly Target[]): Plan {
  const calls = job.oneCallEach
    ? { min: targets.length, max: targets.length }
    : { min: targets.length, max: 'unbounded' as const };
  return { operation: job.operation, targets, calls };
}
