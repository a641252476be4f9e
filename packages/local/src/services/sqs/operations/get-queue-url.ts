import { queueNamed } from '../queues/find-queue.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';
import { type QueueUrlAnswer, queueUrlAnswer } from './queue-url-answer.js';

interface Input {
  readonly QueueName: string;
  readonly QueueOwnerAWSAccountId?: string | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html */
export const getQueueUrl: SqsOperation<Input, QueueUrlAnswer> = {
  name: 'GetQueueUrl',
  input: structure<Input>({ QueueName: text, QueueOwnerAWSAccountId: text }, ['QueueName']),
  output: queueUrlAnswer,
  run: ({ QueueName: name, QueueOwnerAWSAccountId: owner }, call) => {
    const { id } = queueNamed(call, { account: owner ?? call.account.id, name });
    return { QueueUrl: call.urls.write(id) };
  },
};
