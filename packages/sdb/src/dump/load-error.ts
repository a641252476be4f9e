import { hasName, ServiceSetError } from '@proj/core';
import type { LoadReport } from './load-report.js';

/**
 * A dump of which not all was loaded: `report` says how far it came; `cause` is what stopped it, or the first refusal.
 *
 * @example
 * ```ts
 * if (isLoadError(error)) await everywhere.load(createReadStream(file), { skipLines: error.report.lines });
 * ```
 */
export class LoadError extends ServiceSetError {
  override readonly name = 'LoadError';
  readonly report: LoadReport;

  constructor(message: string, report: LoadReport, cause: unknown) {
    super(message, { cause });
    this.report = report;
  }
}

/**
 * Whether an error is a {@link LoadError}, of this copy of the package or of another.
 *
 * @example
 * ```ts
 * domain.load(source).catch((error) => isLoadError(error) && console.error(error.report.lines));
 * ```
 */
export function isLoadError(error: unknown): error is LoadError {
  return hasName(error, 'LoadError');
}
