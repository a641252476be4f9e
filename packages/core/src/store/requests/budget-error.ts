import { hasName } from '../../errors/has-name.js';
import { quoted } from '../../errors/quoted.js';
import { ServiceSetError } from '../../errors/service-set-error.js';
import type { RequestKind } from './requests.js';

/** One more request would have passed the budget. It was not sent, and all that came before it is given. */
export class BudgetError extends ServiceSetError {
  override readonly name = 'BudgetError';
  /** Requests that were sent. */
  readonly spent: number;
  readonly budget: number;
  /** The kind of the request that was not sent. */
  readonly kind: RequestKind;
  /** The name up to which the work is done, to go on behind it; `undefined` when nothing was done. */
  readonly resume: string | undefined;

  constructor(spent: number, budget: number, kind: RequestKind, resume?: string, options?: ErrorOptions) {
    const on = resume === undefined ? 'nothing was done yet' : `go on with after: ${quoted(resume)}`;
    super(`the budget of ${budget} requests does not allow one more ${kind}; ${on}, or give a larger budget`, options);
    this.spent = spent;
    this.budget = budget;
    this.kind = kind;
    this.resume = resume;
  }

  /** The same, with the name up to which the work is done. */
  upTo(resume: string | undefined): BudgetError {
    return new BudgetError(this.spent, this.budget, this.kind, resume, { cause: this });
  }
}

/** Whether the error is a {@link BudgetError}. */
export function isBudgetError(error: unknown): error is BudgetError {
  return hasName<BudgetError>(error, 'BudgetError');
}
