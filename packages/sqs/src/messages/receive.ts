import type { Message as WireMessage } from '@aws-sdk/client-sqs';
import { OptionError } from '@proj/core';
import type { LargeBodies } from '../bodies/large-body-store.js';
import { placeIn } from '../bodies/pointer.js';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { sendLean } from '../lean/lean-command.js';
import { receiveMessage } from '../lean/receive-message.js';
import type { QueueHome } from '../queues/queue-home.js';
import { DigestError } from './digest-error.js';
import { md5OfAttributes } from './md5.js';
import { Message, type MessageHome } from './message.js';

/**
 * How messages are received.
 *
 * @example
 * ```ts
 * const options: ReceiveOptions = { max: 10, wait: 20, visibility: 120 };
 * ```
 */
export interface ReceiveOptions extends RequestOptions {
  /** How many at most: 1 to 10. @defaultValue 10 */
  readonly max?: number | undefined;
  /** Seconds to wait for the first: 0 to 20. @defaultValue 20 */
  readonly wait?: number | undefined;
  /** Seconds that they are invisible: 0 to 43,200. @defaultValue the queue's */
  readonly visibility?: number | undefined;
}

/** All that messages tell of themselves: SQS leaves out what nobody reads. */
const systemAttributes = [
  ...(['ApproximateReceiveCount', 'MessageDeduplicationId', 'MessageGroupId'] as const),
  ...(['SentTimestamp', 'SequenceNumber'] as const),
];

/** Receives once. A message whose attributes were changed on their way is an error, and is visible again after its time. */
export async function receive<T>(
  home: QueueHome<T>,
  messages: MessageHome<T>,
  options: ReceiveOptions,
): Promise<readonly Message<T>[]> {
  checkNames('receive(options)', options, [...requestOptionNames, 'max', 'wait', 'visibility']);
  const { max = 10, wait = 20, visibility } = options;
  checkRange('max', max, 1, 10);
  checkRange('wait', wait, 0, 20);
  if (visibility !== undefined) checkRange('visibility', visibility, 0, 43_200);
  const input = {
    QueueUrl: home.url,
    MaxNumberOfMessages: max,
    WaitTimeSeconds: wait,
    ...(visibility === undefined ? {} : { VisibilityTimeout: visibility }),
    MessageSystemAttributeNames: systemAttributes,
    MessageAttributeNames: ['All'],
  };
  const { Messages = [] } = await home.place.call(
    'receiveMessage',
    (native) => sendLean(native, receiveMessage, input),
    callOptionsOf(options),
  );
  const { bodies } = home;
  if (bodies !== undefined) return Promise.all(Messages.map((wire) => storedMessage(home, messages, wire, bodies)));
  return Messages.map((wire) => {
    checkAttributes(home, wire);
    return new Message(messages, { wire, body: wire.Body ?? '', bodyPlace: undefined });
  });
}

/** A message as it came, with its body from the store where it is kept there. */
async function storedMessage<T>(
  home: QueueHome<T>,
  messages: MessageHome<T>,
  wire: WireMessage,
  { store }: LargeBodies,
): Promise<Message<T>> {
  checkAttributes(home, wire);
  const { MessageAttributes, Body = '' } = wire;
  const bodyPlace = placeIn(Body, MessageAttributes);
  const body = bodyPlace === undefined ? Body : await store.get(bodyPlace);
  return new Message(messages, { wire, body, bodyPlace });
}

function checkAttributes<T>({ place }: QueueHome<T>, wire: WireMessage): void {
  const { MessageAttributes, MD5OfMessageAttributes } = wire;
  if (MessageAttributes === undefined || MD5OfMessageAttributes === undefined) return;
  if (md5OfAttributes(MessageAttributes) === MD5OfMessageAttributes) return;
  throw new DigestError(wire.MessageId, 'attributes', `receiveMessage in ${place.target.region}`);
}

function checkRange(option: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new OptionError(`${option} is ${String(value)}; give a whole number from ${least} to ${most}`);
}
