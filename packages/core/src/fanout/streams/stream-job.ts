import type { Target } from '../../targets/target.js';
import type { Verdict } from '../attempt.js';
import type { Errand } from '../job.js';

/** One paginating call on a set, before it is fanned out. */
export interface StreamJob<P> extends Errand {
  /** The target's own pages. Called when its first page is wanted. */
  open(target: Target): AsyncIterator<P>;
  /** The token with which a page says that there is more. `asked`: the one that it was asked with, which it may repeat. */
  token(page: P, asked: string | undefined): string | undefined;
  classify(error: unknown, target: Target): Verdict;
}
