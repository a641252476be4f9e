import type { Loss } from '../losses/losses.js';
import type { Requests } from '../requests/requests.js';

/** What a plan's numbers stand on: all is known; one request counted the objects; the caller said how many; or nothing is known. */
export type PlanBasis = 'exact' | 'counted' | 'caller' | 'formula';

/**
 * What an operation will cost, before it is paid: requests that reach the store when none has to be sent again.
 *
 * @example
 * ```ts
 * const plan = await bucket.list.plan({ with: ['contentType'] });
 * plan.requests; // { min: 1, max: 'unbounded', by: { LIST: …, HEAD: … } }: S3 does not say how many keys there are
 * plan.at(1_000_000).max; // 1_001_000
 * ```
 */
export interface Plan {
  readonly requests: Requests;
  /** The same for so many keys. */
  at(keys: number): Requests;
  readonly basis: PlanBasis;
  /** Requests that the plan itself took: one where the store can count, else none. */
  readonly spentPlanning: number;
}

/** What a copy will cost and lose. */
export interface CopyPlan extends Plan {
  /** What the destination cannot hold: it has to be accepted. */
  readonly losses: readonly Loss[];
}
