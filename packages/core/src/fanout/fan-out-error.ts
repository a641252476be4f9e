import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';
import { type Failure, isMissing } from './outcome.js';
import { placeOf } from './place.js';
import type { Report } from './report.js';

const shownFailures = 4;

/** Some targets are missing. `report` has every outcome, the good ones too. */
export class FanOutError extends ServiceSetError {
  override readonly name = 'FanOutError';
  readonly operation: string;
  readonly report: Report<unknown>;

  /** `advice`: what to do about it, as sentences. */
  constructor(operation: string, report: Report<unknown>, advice: string) {
    const failures = report.failures.filter(isMissing);
    super(`${sentence(operation, report, failures)} ${advice}`, { cause: failures[0]?.error });
    this.operation = operation;
    this.report = report;
  }
}

/** Whether the error is a {@link FanOutError}. */
export function isFanOutError(error: unknown): error is FanOutError {
  return hasName<FanOutError>(error, 'FanOutError');
}

function sentence(operation: string, report: Report<unknown>, failures: readonly Failure[]): string {
  const shown = failures.slice(0, shownFailures).map(({ target, status, error }) => {
    return `${placeOf(target)} ${status} (${firstLine(error.message) || error.name})`;
  });
  const rest = failures.length > shown.length ? `, and ${failures.length - shown.length} more` : '';
  return `${operation}: ${failures.length} of ${report.outcomes.length} targets missing: ${shown.join(', ')}${rest}.`;
}

function firstLine(message: string): string {
  const [line = ''] = message.split('\n', 1);
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
