import { queueAt } from '../queues/find-queue.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
  readonly ReceiptHandle: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html */
export const deleteMessage: SqsOperation<Input, NoAnswer> = {
  name: 'DeleteMessage',
  input: structure<Input>({ QueueUrl: text, ReceiptHandle: text }, ['QueueUrl', 'ReceiptHandle']),
  run: ({ QueueUrl: url, ReceiptHandle: handle }, call) => {
    queueAt(call, url).delete(handle);
    return {};
  },
};
