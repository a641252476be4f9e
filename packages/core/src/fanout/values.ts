import { OptionError } from '../errors/option-error.js';
import type { Target } from '../targets/target.js';
import { FanOutError } from './fan-out-error.js';
import type { Errand } from './job.js';
import type { Report } from './report.js';

/** What a failure says besides its report. */
type Advised = Pick<Errand, 'operation' | 'advise'>;

/** Fails when something is missing. */
export function requireComplete<T>({ operation, advise }: Advised, report: Report<T>): Report<T> {
  if (report.missing.length === 0) return report;
  const { length } = report.values;
  const answered = length === 0 ? 'None answered; all outcomes' : `The ${length} that answered`;
  const handling = `${answered} are in error.report; .settled() gives the report instead of this error.`;
  throw new FanOutError(operation, report, withAdvice(advise?.(report.failures), handling));
}

/** How to put things right, where that is known, and then how to go on. */
export function withAdvice(advice: string | undefined, handling: string): string {
  return advice === undefined ? handling : `${advice} ${handling}`;
}

/** The values by target, in target order. */
export function byTarget<T>(report: Report<T>): ReadonlyMap<Target, T> {
  return new Map(
    report.outcomes.flatMap((outcome) => (outcome.status === 'ok' ? [[outcome.target, outcome.value]] : [])),
  );
}

/** The values by region, in target order. */
export function byRegion<T>(report: Report<T>): ReadonlyMap<string, T> {
  const accounts = new Set(report.outcomes.map(({ target }) => target.account));
  if (accounts.size > 1) {
    throw new OptionError('byRegion() would mix the accounts of this set up: use byTarget(), whose keys have both');
  }
  return new Map([...byTarget(report)].map(([target, value]) => [target.region, value]));
}

/** Refuses what cannot pick anything. `method`: for which it was given. */
export function requireSelect(method: string, select: unknown): void {
  if (typeof select === 'function') return;
  throw new OptionError(
    `${method}(select): give a function that picks from each answer, such as (page) => page.Volumes`,
  );
}

/** What `select` picks from each value, in target order. */
export function flat<T, U>(
  report: Report<T>,
  select: (value: T, target: Target) => Iterable<U> | undefined,
): readonly U[] {
  return [...byTarget(report)].flatMap(([target, value]) => [...(select(value, target) ?? [])]);
}
