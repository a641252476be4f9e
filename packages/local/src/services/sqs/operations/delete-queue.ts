import { queueAt } from '../queues/find-queue.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteQueue.html */
export const deleteQueue: SqsOperation<Input, NoAnswer> = {
  name: 'DeleteQueue',
  input: structure<Input>({ QueueUrl: text }, ['QueueUrl']),
  run: ({ QueueUrl: url }, call) => {
    const queue = queueAt(call, url);
    call.queuesOf(queue.id.account).delete(queue);
    return {};
  },
};
