import type { SQS } from '@aws-sdk/client-sqs';
import type { Place } from '@proj/core';
import { callOptionsOf, type RequestOptions } from '../calls/request-options.js';
import { type BatchAnswer, changeVisibilities, deleteMessages } from '../lean/change-messages.js';
import { sendLean } from '../lean/lean-command.js';
import { mostEntries } from './batches-of.js';
import { EntryError } from './entry-error.js';

/** A receipt, and what became of what was asked for it. */
export interface ReceiptOutcome {
  readonly receiptHandle: string;
  /** `undefined` where it was done. */
  readonly error: Error | undefined;
}

/** A batch request about receipts. */
interface ReceiptBatch {
  readonly operation: string;
  ask(native: SQS, entries: { Id: string; ReceiptHandle: string }[]): Promise<BatchAnswer>;
}

/** Asks for each receipt, ten in a request, and says what became of it. A request that fails as a whole is thrown. */
async function changeEach(
  place: Place<SQS>,
  receipts: readonly string[],
  { operation, ask }: ReceiptBatch,
  options: RequestOptions,
): Promise<readonly ReceiptOutcome[]> {
  const outcomes: ReceiptOutcome[] = [];
  const where = `${operation} in ${place.target.region}`;
  for (let at = 0; at < receipts.length; at += mostEntries) {
    const batch = receipts.slice(at, at + mostEntries);
    const entries = batch.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }));
    const { Failed = [] } = await place.call(operation, (native) => ask(native, entries), callOptionsOf(options));
    for (const [index, receiptHandle] of batch.entries()) {
      const one = Failed.find(({ Id }) => Id === String(index));
      const error = one && new EntryError(where, one.Code ?? 'NoCode', one.SenderFault ?? false, one.Message);
      outcomes.push({ receiptHandle, error });
    }
  }
  return outcomes;
}

/** Where receipts are good. */
export interface ReceiptHome {
  readonly place: Place<SQS>;
  readonly url: string;
}

/** Deletes what was received by these receipts. */
export function deleteReceipts(
  { place, url: QueueUrl }: ReceiptHome,
  receipts: readonly string[],
  options: RequestOptions,
): Promise<readonly ReceiptOutcome[]> {
  const ask: ReceiptBatch['ask'] = (native, Entries) => sendLean(native, deleteMessages, { QueueUrl, Entries });
  return changeEach(place, receipts, { operation: 'deleteMessageBatch', ask }, options);
}

/** Makes what was received by these receipts invisible for so many seconds. */
export function hideReceipts(
  { place, url: QueueUrl }: ReceiptHome,
  receipts: readonly string[],
  seconds: number,
  options: RequestOptions,
): Promise<readonly ReceiptOutcome[]> {
  const ask: ReceiptBatch['ask'] = (native, entries) => {
    const Entries = entries.map((entry) => ({ ...entry, VisibilityTimeout: seconds }));
    return sendLean(native, changeVisibilities, { QueueUrl, Entries });
  };
  return changeEach(place, receipts, { operation: 'changeMessageVisibilityBatch', ask }, options);
}
