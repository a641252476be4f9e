import { send } from '../messages/send.js';
import { type SendAnswer, type SentMessage, sendAnswer, sentMembers } from '../messages/sent-message.js';
import { queueAt } from '../queues/find-queue.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import type { SqsOperation } from './operation.js';

interface Input extends SentMessage {
  readonly QueueUrl: string;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
export const sendMessage: SqsOperation<Input, SendAnswer> = {
  name: 'SendMessage',
  input: structure<Input>({ QueueUrl: text, ...sentMembers }, ['QueueUrl', 'MessageBody']),
  output: structure<SendAnswer>(sendAnswer, []),
  run: ({ QueueUrl: url, ...message }, call) => send(queueAt(call, url), message, call.account.id),
};
