import { queueAt } from '../queues/find-queue.js';
import { changedAttributes } from '../settings/check-attributes.js';
import { checkRedrive } from '../settings/check-redrive.js';
import { map, type Named } from '../shapes/collections.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
  readonly Attributes: Named<string>;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
export const setQueueAttributes: SqsOperation<Input, NoAnswer> = {
  name: 'SetQueueAttributes',
  input: structure<Input>({ QueueUrl: text, Attributes: map(text, 'Attribute', 'Name') }, ['QueueUrl', 'Attributes']),
  run: ({ QueueUrl: url, Attributes: given }, call) => {
    const queue = queueAt(call, url);
    const attributes = changedAttributes(queue.attributes, given);
    if (given['RedrivePolicy']) checkRedrive(attributes, queue.arn, call.queuesOf(queue.id.account));
    queue.set(attributes);
    return {};
  },
};
