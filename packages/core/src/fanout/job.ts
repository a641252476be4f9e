import type { Target } from '../targets/target.js';
import type { Task } from './attempt.js';
import type { Limits } from './limits.js';
import type { Failure, Outcome } from './outcome.js';
import type { Pace } from './pace.js';
import type { RegionSource } from './report.js';
import type { Run, Stop } from './run.js';

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

/** What every job says of itself, whatever it does at its targets. */
export interface Errand {
  readonly operation: string;
  readonly limits: Limits;
  /** At which its requests are begun, where beginning one is work for the processor. */
  readonly pace?: Pace | undefined;
  find(): Promise<Found>;
  /** The targets that there may be, for a run that ends before they are found. Without it, such a run fails. */
  assumed?(stop: Stop): Found;
  /** What to do about these failures, as sentences, where more can be said than their own messages do. */
  advise?(failures: readonly Failure[]): string | undefined;
  /** The milliseconds that the target is expected to take: the slowest is asked first. */
  expected(target: Target): number;
}

/** One method call on a set, before it is fanned out. */
export interface Job<T> extends Errand {
  /** How many requests it makes at one target, as far as anybody can tell. */
  readonly callsEach: Plan['calls'];
  task(target: Target): Task<T>;
  /** Told of each outcome, so that expectations can be learned. */
  seen(outcome: Outcome<unknown>): void;
}

/** The job's targets. Where the run ends before they are found, those that there may be: each of them has its outcome then. */
export async function foundIn(errand: Errand, finding: Promise<Found>, run: Run): Promise<Found> {
  try {
    return await run.unlessStopped(finding);
  } catch (error) {
    const { stopped } = run;
    if (stopped === undefined || stopped.error !== error || errand.assumed === undefined) throw error;
    return errand.assumed(stopped);
  }
}

/** The same with the slowest first; ties stay in order. */
export function slowestFirst<T>(values: readonly T[], expected: (value: T) => number): readonly T[] {
  const timed = values.map((value) => ({ value, milliseconds: expected(value) }));
  return timed.sort((a, b) => b.milliseconds - a.milliseconds).map(({ value }) => value);
}

/** What the job would do at these targets. */
export function planOf({ operation, callsEach }: Job<unknown>, targets: readonly Target[]): Plan {
  const { min, max } = callsEach;
  const most = max === 'unbounded' ? max : max * targets.length;
  return { operation, targets, calls: { min: min * targets.length, max: most } };
}
