import { hasName } from '@proj/core';
import { SqsError } from '../errors/sqs-error.js';
import type { SendReport } from './send-report.js';

/** Some of what was to be sent was not; `report` says which. */
export class SendBatchError extends SqsError {
  override readonly name = 'SendBatchError';
  readonly report: SendReport;

  constructor(message: string, report: SendReport, cause: unknown) {
    super(message, { cause });
    this.report = report;
  }
}

/**
 * Whether the error is a {@link SendBatchError}.
 *
 * @example
 * ```ts
 * if (isSendBatchError(error)) console.error(error.report.failed);
 * ```
 */
export function isSendBatchError(error: unknown): error is SendBatchError {
  return hasName<SendBatchError>(error, 'SendBatchError');
}
