import type { Target } from '../targets/target.js';
import type { Verdict } from './attempt.js';
import type { Found } from './job.js';
import type { Limits } from './limits.js';
import type { Pace } from './pace.js';

/** One paginating call on a set, before it is fanned out. */
export interface StreamJob<P> {
  readonly operation: string;
  readonly limits: Limits;
  /** At which its pages are asked for, where asking for one is work for the processor. */
  readonly pace?: Pace | undefined;
  find(): Promise<Found>;
  /** The milliseconds that the target is expected to take: the slowest is asked first. */
  expected(target: Target): number;
  /** The target's own pages. Called when its first page is wanted. */
  open(target: Target): AsyncIterator<P>;
  /** The token with which a page says that there is more. `asked`: the one that it was asked with, which it may repeat. */
  token(page: P, asked: string | undefined): string | undefined;
  classify(error: unknown, target: Target): Verdict;
}
