import { queueAt } from '../queues/find-queue.js';
import type { Queue } from '../queues/queue.js';
import type { NoAnswer } from '../shapes/no-answer.js';
import { integer, text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { invalidValue } from '../sqs-error.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
  readonly ReceiptHandle: string;
  readonly VisibilityTimeout: number;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html */
export const changeMessageVisibility: SqsOperation<Input, NoAnswer> = {
  name: 'ChangeMessageVisibility',
  input: structure<Input>({ QueueUrl: text, ReceiptHandle: text, VisibilityTimeout: integer }, [
    'QueueUrl',
    'ReceiptHandle',
    'VisibilityTimeout',
  ]),
  run: ({ QueueUrl: url, ReceiptHandle: handle, VisibilityTimeout: seconds }, call) => {
    changeVisibility(queueAt(call, url), handle, seconds);
    return {};
  },
};

/** Makes one received message visible so many seconds from now. Throws {@link ApiError} when that cannot be. */
export function changeVisibility(queue: Queue, handle: string, seconds: number): void {
  if (seconds < 0 || seconds > 43_200) {
    throw invalidValue('VisibilityTimeout', seconds, 'VisibilityTimeout must be between 0 and 43200.');
  }
  queue.changeVisibility(handle, seconds);
}
