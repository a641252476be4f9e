import {
  ChangeMessageVisibilityBatchCommand,
  type ChangeMessageVisibilityBatchCommandInput,
  DeleteMessageBatchCommand,
  type DeleteMessageBatchCommandInput,
} from '@aws-sdk/client-sqs';
import type { LeanOperation } from './lean-command.js';

/** What became of the entries of a batch. */
export interface BatchAnswer {
  readonly Successful?: readonly { readonly Id?: string | undefined }[] | undefined;
  readonly Failed?: readonly FailedEntry[] | undefined;
}

/** An entry that could not be done. */
interface FailedEntry {
  readonly Id?: string | undefined;
  readonly Code?: string | undefined;
  readonly SenderFault?: boolean | undefined;
  readonly Message?: string | undefined;
}

/** DeleteMessageBatch by the short way. */
export const deleteMessages: LeanOperation<DeleteMessageBatchCommandInput, BatchAnswer> = {
  name: 'DeleteMessageBatch',
  command: (input) => new DeleteMessageBatchCommand(input),
  read: readBatch,
};

/** ChangeMessageVisibilityBatch by the short way. */
export const changeVisibilities: LeanOperation<ChangeMessageVisibilityBatchCommandInput, BatchAnswer> = {
  name: 'ChangeMessageVisibilityBatch',
  command: (input) => new ChangeMessageVisibilityBatchCommand(input),
  read: readBatch,
};

/** An answer of which neither list came says nothing of its entries. */
function readBatch(answer: object): BatchAnswer | undefined {
  const { Successful, Failed } = answer as { readonly Successful?: unknown; readonly Failed?: unknown };
  if (!isList(Successful) || !isList(Failed) || (Successful === undefined && Failed === undefined)) return undefined;
  return { Successful, Failed };
}

function isList(value: unknown): value is readonly object[] | undefined {
  return value === undefined || (Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null));
}
