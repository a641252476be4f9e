import {
  checkSystemNames,
  receivedMessages,
  type ShownMessage,
  showMessage,
  type Wanted,
} from '../messages/show-message.js';
import { queueAt } from '../queues/find-queue.js';
import type { Received } from '../queues/receive-request.js';
import { list } from '../shapes/collections.js';
import { integer, text } from '../shapes/scalars.js';
import { structure } from '../shapes/structure.js';
import { invalidValue } from '../sqs-error.js';
import type { SqsOperation } from './operation.js';

interface Input {
  readonly QueueUrl: string;
  readonly AttributeNames?: readonly string[] | undefined;
  readonly MessageSystemAttributeNames?: readonly string[] | undefined;
  readonly MessageAttributeNames?: readonly string[] | undefined;
  readonly MaxNumberOfMessages?: number | undefined;
  readonly VisibilityTimeout?: number | undefined;
  readonly WaitTimeSeconds?: number | undefined;
  readonly ReceiveRequestAttemptId?: string | undefined;
}

interface Output {
  readonly Messages?: readonly ShownMessage[] | undefined;
}

const input = structure<Input>(
  {
    QueueUrl: text,
    AttributeNames: list(text, 'AttributeName'),
    MessageSystemAttributeNames: list(text, 'MessageSystemAttributeName'),
    MessageAttributeNames: list(text, 'MessageAttributeName'),
    MaxNumberOfMessages: integer,
    VisibilityTimeout: integer,
    WaitTimeSeconds: integer,
    ReceiveRequestAttemptId: text,
  },
  ['QueueUrl'],
);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
export const receiveMessage: SqsOperation<Input, Output> = {
  name: 'ReceiveMessage',
  input,
  output: structure<Output>({ Messages: receivedMessages }, []),
  run: (given, call) => {
    const queue = queueAt(call, given.QueueUrl);
    const { settings } = queue;
    const attemptId = given.ReceiveRequestAttemptId;
    if (attemptId !== undefined && !settings.fifo) {
      throw invalidValue(
        'ReceiveRequestAttemptId',
        attemptId,
        'The request include parameter that is not valid for this queue type.',
      );
    }
    const wanted = wantedOf(given);
    checkSystemNames(wanted.system);
    const show = (received: readonly Received[]): Output => ({
      Messages: received.length > 0 ? received.map((one) => showMessage(one, wanted)) : undefined,
    });
    const received = queue.receive({
      most: within('MaxNumberOfMessages', given.MaxNumberOfMessages ?? 1, 1, 10),
      visibilityTimeout: within('VisibilityTimeout', given.VisibilityTimeout ?? settings.visibilityTimeout, 0, 43_200),
      waitTime: within('WaitTimeSeconds', given.WaitTimeSeconds ?? settings.waitTime, 0, 20),
      attemptId,
      onGone: call.onGone,
    });
    return received instanceof Promise ? received.then(show) : show(received);
  },
};

function wantedOf(given: Input): Wanted {
  return {
    system: [...(given.AttributeNames ?? []), ...(given.MessageSystemAttributeNames ?? [])],
    attributes: given.MessageAttributeNames ?? [],
  };
}

function within(name: string, value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value;
  throw invalidValue(name, value, `Must be between ${low} and ${high}, if provided.`);
}
