import { queueAt } from '../queues/find-queue.js';
import { list } from '../shapes/collections.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
  readonly TagKeys: readonly string[];
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_UntagQueue.html */
export const untagQueue: SqsOperation<Input, NoAnswer> = {
  name: 'UntagQueue',
  input: structure<Input>({ QueueUrl: text, TagKeys: list(text, 'TagKey') }, ['QueueUrl', 'TagKeys']),
  run: ({ QueueUrl: url, TagKeys: keys }, call) => {
    const queue = queueAt(call, url);
    for (const key of keys) queue.tags.delete(key);
    return {};
  },
};
