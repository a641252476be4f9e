import { hasName } from '../errors/has-name.js';
import { ServiceSetError } from '../errors/service-set-error.js';
import { networkAdvice } from './network-advice.js';
import { type Failure, isMissing } from './outcome.js';
import { placeOf } from './place.js';
import type { Report } from './report.js';

const shownSayings = 4;
const shownPlaces = 3;

/** Some targets are missing. `report` has every outcome, the good ones too. */
export class FanOutError extends ServiceSetError {
  override readonly name = 'FanOutError';
  readonly operation: string;
  readonly report: Report<unknown>;

  /** `advice`: what to do about it, as sentences. */
  constructor(operation: string, report: Report<unknown>, advice: string) {
    const failures = report.failures.filter(isMissing);
    const said = sentence(operation, report, failures);
    super([said, ...networkAdvice(report), advice].join(' '), { cause: failures[0]?.error });
    this.operation = operation;
    this.report = report;
  }
}

/** Whether the error is a {@link FanOutError}. */
export function isFanOutError(error: unknown): error is FanOutError {
  return hasName<FanOutError>(error, 'FanOutError');
}

function sentence(operation: string, report: Report<unknown>, failures: readonly Failure[]): string {
  const groups = [...bySaying(failures)].map(([saying, places]) => `${listed(places, shownPlaces, ', ')} ${saying}`);
  return `${operation}: ${failures.length} of ${report.outcomes.length} targets missing: ${listed(groups, shownSayings, '; ')}.`;
}

/** The places of each failure, together where they say the same: what is wrong everywhere is said once. */
function bySaying(failures: readonly Failure[]): ReadonlyMap<string, readonly string[]> {
  const sayings = new Map<string, string[]>();
  for (const { target, status, error } of failures) {
    const saying = `${status} (${firstLine(error.message) || error.name})`;
    sayings.set(saying, [...(sayings.get(saying) ?? []), placeOf(target)]);
  }
  return sayings;
}

/** The first of them, and how many more there are. */
function listed(items: readonly string[], most: number, separator: string): string {
  const rest = items.length - most;
  return items.slice(0, most).join(separator) + (rest > 0 ? ` and ${rest} more` : '');
}

function firstLine(message: string): string {
  const [line = ''] = message.split('\n', 1);
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
