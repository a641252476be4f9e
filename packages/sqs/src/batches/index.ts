export type { ReceiptOutcome } from './change-batch.js';
export { EntryError, isEntryError } from './entry-error.js';
export type { SendOutcome } from './entry-outcome.js';
export type { MessageSource, SendBatchOptions } from './send-batch.js';
export { isSendBatchError, SendBatchError } from './send-batch-error.js';
export type { SendReport } from './send-report.js';
