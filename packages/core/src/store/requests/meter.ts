import { AsyncLocalStorage } from 'node:async_hooks';
import { type Budget, checkBudget } from './budget.js';
import { BudgetError } from './budget-error.js';
import type { RequestKind } from './requests.js';

/** Requests that were sent, in all and by kind. */
export interface Spent {
  readonly total: number;
  readonly by: { readonly [K in RequestKind]?: number };
}

const current = new AsyncLocalStorage<Meter>();

/**
 * Counts the requests of one operation where they go out, and holds back what its budget does not allow.
 *
 * The transport of a store says `countRequest(kind)` before each request; whatever runs inside `run` is counted here.
 */
export class Meter {
  readonly #by = new Map<RequestKind, number>();
  readonly #budget: number;
  #total = 0;

  constructor(budget?: Budget) {
    checkBudget(budget);
    this.#budget = budget?.maxRequests ?? Number.POSITIVE_INFINITY;
  }

  get spent(): Spent {
    return { total: this.#total, by: Object.fromEntries(this.#by) };
  }

  run<T>(work: () => T): T {
    return current.run(this, work);
  }

  /** Throws a {@link BudgetError} instead of counting what would be too much. */
  count(kind: RequestKind): void {
    if (this.#total >= this.#budget) throw new BudgetError(this.#total, this.#budget, kind);
    this.#total += 1;
    this.#by.set(kind, (this.#by.get(kind) ?? 0) + 1);
  }
}

/**
 * Counts one request that is about to go out, in the meter of the operation that the code now running belongs to, if it has one.
 *
 * Called by the transport of a store for every request on the wire. Throws a {@link BudgetError} when the request must not be sent.
 */
export function countRequest(kind: RequestKind): void {
  current.getStore()?.count(kind);
}
