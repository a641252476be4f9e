import { OptionError } from '../../errors/option-error.js';
import { quoted } from '../../errors/quoted.js';

/** What an operation may cost. */
export interface Budget {
  /** Requests on the wire, those sent again and those that find a region among them. */
  readonly maxRequests: number;
}

/** Throws an `OptionError` for a budget that is none. */
export function checkBudget(budget: Budget | undefined): void {
  if (budget === undefined) return;
  const { maxRequests } = budget ?? {};
  if (Number.isSafeInteger(maxRequests) && maxRequests >= 0) return;
  throw new OptionError(
    `budget.maxRequests is ${quoted(String(maxRequests))}; give a whole number of requests, 0 or more`,
  );
}
