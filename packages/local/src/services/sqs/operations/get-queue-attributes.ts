import { queueAt } from '../queues/find-queue.js';
import type { Queue } from '../queues/queue.js';
import { attributeRules } from '../settings/attribute-rules.js';
import { unknownAttribute } from '../settings/check-attributes.js';
import type { AttributeTexts } from '../settings/queue-settings.js';
import { list, map, type Named } from '../shapes/collections.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

/** What a queue says of itself. */
const FACTS = {
  QueueArn: ({ arn }: Queue) => arn,
  ApproximateNumberOfMessages: ({ counts }: Queue) => String(counts.visible),
  ApproximateNumberOfMessagesNotVisible: ({ counts }: Queue) => String(counts.inFlight),
  ApproximateNumberOfMessagesDelayed: ({ counts }: Queue) => String(counts.delayed),
  CreatedTimestamp: ({ createdAt }: Queue) => seconds(createdAt),
  LastModifiedTimestamp: ({ modifiedAt }: Queue) => seconds(modifiedAt),
};

interface Input {
  readonly QueueUrl: string;
  readonly AttributeNames?: readonly string[] | undefined;
}

interface Output {
  readonly Attributes?: Named<string> | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html */
export const getQueueAttributes: SqsOperation<Input, Output> = {
  name: 'GetQueueAttributes',
  input: structure<Input>({ QueueUrl: text, AttributeNames: list(text, 'AttributeName') }, ['QueueUrl']),
  output: structure<Output>({ Attributes: map(text, 'Attribute', 'Name') }, []),
  run: ({ QueueUrl: url, AttributeNames: wanted = [] }, call) => {
    const queue = queueAt(call, url);
    for (const name of wanted) if (!isKnown(name)) throw unknownAttribute(name);
    const all = attributesOf(queue);
    const pairs = Object.entries(all).filter(([name]) => wanted.includes('All') || wanted.includes(name));
    return { Attributes: pairs.length > 0 ? Object.fromEntries(pairs) : undefined };
  },
};

function isKnown(name: string): boolean {
  return name === 'All' || attributeRules.has(name) || Object.hasOwn(FACTS, name);
}

function attributesOf(queue: Queue): AttributeTexts {
  const facts = Object.entries(FACTS).map(([name, read]) => [name, read(queue)]);
  const { KmsDataKeyReusePeriodSeconds: reuse, ...set } = queue.attributes;
  // It says something only of a queue that has a key.
  const key = set['KmsMasterKeyId'] && reuse ? { KmsDataKeyReusePeriodSeconds: reuse } : {};
  return { ...Object.fromEntries(facts), ...set, ...key };
}

function seconds(ms: number): string {
  return String(Math.floor(ms / 1000));
}
