import { queueAt } from '../queues/find-queue.js';
import { list } from '../shapes/collections.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { type BatchAnswer, type BatchEntry, batchAnswer, checkBatch, runBatch } from './batch.js';
import type { SqsOperation } from './operation.js';

const ENTRY = 'DeleteMessageBatchRequestEntry';

interface Entry extends BatchEntry {
  readonly ReceiptHandle: string;
}

interface Input {
  readonly QueueUrl: string;
  readonly Entries: readonly Entry[];
}

const entry = structure<Entry>({ Id: text, ReceiptHandle: text }, ['Id', 'ReceiptHandle']);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html */
export const deleteMessageBatch: SqsOperation<Input, BatchAnswer<BatchEntry>> = {
  name: 'DeleteMessageBatch',
  input: structure<Input>({ QueueUrl: text, Entries: list(entry, ENTRY) }, ['QueueUrl', 'Entries']),
  output: batchAnswer(structure<BatchEntry>({ Id: text }, []), 'DeleteMessageBatchResultEntry'),
  run: ({ QueueUrl: url, Entries: entries }, call) => {
    const queue = queueAt(call, url);
    checkBatch(entries, ENTRY);
    return runBatch(entries, ({ ReceiptHandle: handle }) => {
      queue.delete(handle);
      return {};
    });
  },
};
