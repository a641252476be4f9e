import { ApiError } from '../../../wire/api-error.js';
import { checkAttributes, differingAttribute, newAttributes } from '../settings/check-attributes.js';
import { checkRedrive } from '../settings/check-redrive.js';
import { checkTags } from '../settings/check-tags.js';
import { map, type Named } from '../shapes/collections.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';
import { type QueueUrlAnswer, queueUrlAnswer } from './queue-url-answer.js';

const NAME = /^[\w-]{1,80}$/;

interface Input {
  readonly QueueName: string;
  readonly Attributes?: Named<string> | undefined;
  readonly tags?: Named<string> | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const createQueue: SqsOperation<Input, QueueUrlAnswer> = {
  name: 'CreateQueue',
  input: structure<Input>(
    { QueueName: text, Attributes: map(text, 'Attribute', 'Name'), tags: map(text, 'Tag', 'Key') },
    ['QueueName'],
  ),
  output: queueUrlAnswer,
  run: ({ QueueName: name, Attributes: given = {}, tags = {} }, call) => {
    checkQueueName(name);
    const { queues, urls } = call;
    const attributes = newAttributes(name, given);
    checkTags(tags);
    const known = queues.get(name);
    const address = { account: call.account.id, name };
    if (known) {
      const differs = differingAttribute(known.attributes, checkAttributes(given, known.settings.fifo));
      if (differs === undefined) return { QueueUrl: urls.write(address) };
      throw new ApiError(
        'QueueNameExists',
        `A queue already exists with the same name and a different value for attribute ${differs}`,
      );
    }
    checkRedrive(attributes, `arn:aws:sqs:${call.region}:${address.account}:${name}`, queues);
    const queue = queues.create(name, attributes);
    for (const [key, value] of Object.entries(tags)) queue.tags.set(key, value);
    return { QueueUrl: urls.write(address) };
  },
};

function checkQueueName(name: string): void {
  const stem = name.endsWith('.fifo') ? name.slice(0, -'.fifo'.length) : name;
  if (NAME.test(stem) && name.length <= 80) return;
  throw new ApiError(
    'InvalidParameterValue',
    'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
  );
}
