import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';
import type { Target } from '../targets/target.js';
import { networkAdvice } from './network-advice.js';
import type { Failure } from './outcome.js';
import type { Report } from './report.js';
import { listed, sayingsOf, sayingText } from './sayings.js';

const shownSayings = 4;
const longestSaying = 160;

/** Some targets are missing. `report` has every outcome, the good ones too. */
export class FanOutError extends ServiceSetError {
  override readonly name = 'FanOutError';
  readonly operation: string;
  /** Not a field: an error that nobody catches is printed with all its fields, and this one holds all that was answered. */
  readonly #report: Report<unknown>;

  /** `advice`: what to do about it, as sentences. `missing`: the targets to speak of. */
  constructor(operation: string, report: Report<unknown>, advice: string, missing: readonly Target[] = report.missing) {
    const failures = report.failures.filter(({ target }) => missing.includes(target));
    const said = sentence(operation, report, failures);
    super([said, ...networkAdvice(report), advice].join(' '), { cause: failures[0]?.error });
    this.operation = operation;
    this.#report = report;
  }

  /** Every outcome. */
  get report(): Report<unknown> {
    return this.#report;
  }

  /** Who failed and why, without what the others answered. */
  override toJSON(): Readonly<Record<string, unknown>> {
    const failures = this.report.failures.map(({ target, status, error }) => ({
      target,
      status,
      message: error.message,
    }));
    return { ...super.toJSON(), failures };
  }
}

/** Whether the error is a {@link FanOutError}. */
export function isFanOutError(error: unknown): error is FanOutError {
  return hasName<FanOutError>(error, 'FanOutError');
}

function sentence(operation: string, report: Report<unknown>, failures: readonly Failure[]): string {
  const sayings = sayingsOf(failures);
  // What only one thing is wrong with may say all that it has to say.
  const longest = sayings.length === 1 ? Number.POSITIVE_INFINITY : longestSaying;
  const said = listed(
    sayings.map((saying) => sayingText(saying, longest)),
    shownSayings,
    '; ',
  );
  return `${operation}: ${failures.length} of ${report.outcomes.length} targets missing: ${said}.`;
}
