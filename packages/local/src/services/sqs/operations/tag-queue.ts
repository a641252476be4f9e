import { queueAt } from '../queues/find-queue.js';
import { checkTags } from '../settings/check-tags.js';
import { map, type Named } from '../shapes/collections.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
  readonly Tags: Named<string>;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_TagQueue.html */
export const tagQueue: SqsOperation<Input, NoAnswer> = {
  name: 'TagQueue',
  input: structure<Input>({ QueueUrl: text, Tags: map(text, 'Tag', 'Key') }, ['QueueUrl', 'Tags']),
  run: ({ QueueUrl: url, Tags: tags }, call) => {
    const queue = queueAt(call, url);
    checkTags({ ...Object.fromEntries(queue.tags), ...tags });
    for (const [key, value] of Object.entries(tags)) queue.tags.set(key, value);
    return {};
  },
};
