import { showAs } from '../printing/show-as.js';
import type { Target } from '../targets/target.js';
import { type Failure, isFailure, isMissing, type Outcome } from './outcome.js';
import { reportText } from './report-text.js';

/** Where the list of regions came from, and when. `assumed`: it could not be asked for (`reason`), so every region was. */
export interface RegionSource {
  readonly source: 'given' | 'live' | 'cache' | 'assumed';
  readonly at: Date;
  readonly reason?: string | undefined;
}

/** What all targets said. Times are milliseconds; lists are in target order. */
export interface Report<T> {
  readonly outcomes: readonly Outcome<T>[];
  readonly values: readonly T[];
  readonly failures: readonly Failure[];
  /** The targets whose data may exist although it is not here. */
  readonly missing: readonly Target[];
  /** The targets whose answer says that there is more. */
  readonly truncated: readonly Target[];
  /** Nothing missing and nothing truncated. */
  readonly complete: boolean;
  readonly elapsed: number;
  readonly regions: RegionSource;
}

/** Assembles the report of one run from its outcomes, which are in target order. */
export function reportOf<T>(outcomes: readonly Outcome<T>[], elapsed: number, regions: RegionSource): Report<T> {
  const missing = outcomes.filter(isMissing).map(({ target }) => target);
  const truncated = outcomes.flatMap((outcome) =>
    outcome.status === 'ok' && outcome.truncated ? [outcome.target] : [],
  );
  const report: Report<T> = {
    outcomes,
    values: outcomes.flatMap((outcome) => (outcome.status === 'ok' ? [outcome.value] : [])),
    failures: outcomes.filter(isFailure),
    missing,
    truncated,
    complete: missing.length === 0 && truncated.length === 0,
    elapsed,
    regions,
  };
  return showAs(report, reportText);
}
