import type { Message as WireMessage } from '@aws-sdk/client-sqs';
import { OptionError } from '@proj/core';
import { placeIn } from '../bodies/pointer.js';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
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
    MessageSystemAttributeNames: ['All' as const],
    MessageAttributeNames: ['All'],
  };
  const { Messages = [] } = await home.place.call(
    'receiveMessage',
    (native) => native.receiveMessage(input),
    callOptionsOf(options),
  );
  return Promise.all(Messages.map((wire) => messageOf(home, messages, wire)));
}

/** A message as it came, with its body from the store where it is kept there. */
async function messageOf<T>(
  { place, bodies }: Pick<QueueHome<T>, 'place' | 'bodies'>,
  messages: MessageHome<T>,
  wire: WireMessage,
): Promise<Message<T>> {
  const { MessageAttributes, MD5OfMessageAttributes, Body = '' } = wire;
  if (MessageAttributes !== undefined && MD5OfMessageAttributes !== undefined) {
    if (md5OfAttributes(MessageAttributes) !== MD5OfMessageAttributes) {
      throw new DigestError(wire.MessageId, 'attributes', `receiveMessage in ${place.target.region}`);
    }
  }
  const bodyPlace = bodies === undefined ? undefined : placeIn(Body, MessageAttributes);
  const body = bodies === undefined || bodyPlace === undefined ? Body : await bodies.store.get(bodyPlace);
  return new Message(messages, { wire, body, bodyPlace });
}

function checkRange(option: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new OptionError(`${option} is ${String(value)}; give a whole number from ${least} to ${most}`);
}
