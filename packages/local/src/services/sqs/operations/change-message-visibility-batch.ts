import { queueAt } from '../queues/find-queue.js';
import { list } from '../shapes/collections.js';
import { integer, text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { type BatchAnswer, type BatchEntry, batchAnswer, checkBatch, runBatch } from './batch.js';
import { changeVisibility } from './change-message-visibility.js';
import type { SqsOperation } from './operation.js';

const ENTRY = 'ChangeMessageVisibilityBatchRequestEntry';

interface Entry extends BatchEntry {
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout?: number | undefined;
}

interface Input {
  readonly QueueUrl: string;
  readonly Entries: readonly Entry[];
}

const entry = structure<Entry>({ Id: text, ReceiptHandle: text, VisibilityTimeout: integer }, ['Id', 'ReceiptHandle']);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html */
export const changeMessageVisibilityBatch: SqsOperation<Input, BatchAnswer<BatchEntry>> = {
  name: 'ChangeMessageVisibilityBatch',
  input: structure<Input>({ QueueUrl: text, Entries: list(entry, ENTRY) }, ['QueueUrl', 'Entries']),
  output: batchAnswer(structure<BatchEntry>({ Id: text }, []), 'ChangeMessageVisibilityBatchResultEntry'),
  run: ({ QueueUrl: url, Entries: entries }, call) => {
    const queue = queueAt(call, url);
    checkBatch(entries, ENTRY);
    return runBatch(entries, ({ ReceiptHandle: handle, VisibilityTimeout: seconds }) => {
      changeVisibility(queue, handle, seconds ?? queue.settings.visibilityTimeout);
      return {};
    });
  },
};
