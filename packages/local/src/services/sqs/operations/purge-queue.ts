import { queueAt } from '../queues/find-queue.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html */
export const purgeQueue: SqsOperation<Input, NoAnswer> = {
  name: 'PurgeQueue',
  input: structure<Input>({ QueueUrl: text }, ['QueueUrl']),
  run: ({ QueueUrl: url }, call) => {
    queueAt(call, url).purge();
    return {};
  },
};
