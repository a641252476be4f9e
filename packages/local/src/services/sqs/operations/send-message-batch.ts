import { ApiError } from '../../../wire/api-error.js';
import { messageSize } from '../messages/message-size.js';
import { send } from '../messages/send.js';
import { type SendAnswer, type SentMessage, sendAnswer, sentMembers } from '../messages/sent-message.js';
import { queueAt } from '../queues/find-queue.js';
import { largestBytes } from '../settings/attribute-rules.js';
import { list } from '../shapes/collections.js';
import { text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { type BatchAnswer, type BatchEntry, batchAnswer, checkBatch, runBatch } from './batch.js';
import type { SqsOperation } from './operation.js';

const ENTRY = 'SendMessageBatchRequestEntry';

interface Entry extends SentMessage, BatchEntry {}

interface Input {
  readonly QueueUrl: string;
  readonly Entries: readonly Entry[];
}

interface Success extends SendAnswer, BatchEntry {}

const entry = structure<Entry>({ Id: text, ...sentMembers }, ['Id', 'MessageBody']);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
export const sendMessageBatch: SqsOperation<Input, BatchAnswer<Success>> = {
  name: 'SendMessageBatch',
  input: structure<Input>({ QueueUrl: text, Entries: list(entry, ENTRY) }, ['QueueUrl', 'Entries']),
  output: batchAnswer(structure<Success>({ Id: text, ...sendAnswer }, []), 'SendMessageBatchResultEntry'),
  run: ({ QueueUrl: url, Entries: entries }, call) => {
    const queue = queueAt(call, url);
    checkBatch(entries, ENTRY);
    checkSize(entries);
    return runBatch(entries, ({ Id: _, ...message }) => send(queue, message, call.account.id));
  },
};

function checkSize(entries: readonly SentMessage[]): void {
  let size = 0;
  for (const { MessageBody, MessageAttributes = {} } of entries) size += messageSize(MessageBody, MessageAttributes);
  if (size <= largestBytes) return;
  throw new ApiError(
    'BatchRequestTooLong',
    `Batch requests cannot be longer than ${largestBytes} bytes. You have sent ${size} bytes.`,
  );
}
