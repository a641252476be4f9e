import { hasName, ServiceSetError } from '@proj/core';
import type { BatchReport } from './batch-report.js';

/**
 * A batch of which not all was done: `report` has what was and what was refused; `cause` is what stopped it, or the first refusal.
 *
 * @example
 * ```ts
 * if (isBatchError(error)) console.error(error.report.done, error.report.refused, error.cause);
 * ```
 */
export class BatchError extends ServiceSetError {
  override readonly name = 'BatchError';
  readonly report: BatchReport;

  constructor(message: string, report: BatchReport, cause: unknown) {
    super(message, { cause });
    this.report = report;
  }
}

/**
 * Whether an error is a {@link BatchError}, of this copy of the package or of another.
 *
 * @example
 * ```ts
 * domain.batchPut(source).catch((error) => isBatchError(error) && console.error(error.report.refusals));
 * ```
 */
export function isBatchError(error: unknown): error is BatchError {
  return hasName(error, 'BatchError');
}
