import { queueAt } from '../queues/find-queue.js';
import { map, type Named } from '../shapes/collections.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
}

interface Output {
  readonly Tags?: Named<string> | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListQueueTags.html */
export const listQueueTags: SqsOperation<Input, Output> = {
  name: 'ListQueueTags',
  input: structure<Input>({ QueueUrl: text }, ['QueueUrl']),
  output: structure<Output>({ Tags: map(text, 'Tag', 'Key') }, []),
  run: ({ QueueUrl: url }, call) => {
    const { tags } = queueAt(call, url);
    return { Tags: tags.size > 0 ? Object.fromEntries(tags) : undefined };
  },
};
