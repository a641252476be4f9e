import type { Received } from '../queues/receive-request.js';
import { unknownAttribute } from '../settings/check-attributes.js';
import { list, map, type Named } from '../shapes/collections.js';
import { text } from '../shapes/scalars.js';
import type { Shape } from '../shapes/shape.js';
import { structure } from '../shapes/structure.js';
import { attributesMd5 } from './digests.js';
import type { MessageAttributes } from './message-attributes.js';
import { givenAttribute } from './sent-message.js';
import { sequenceNumber } from './sequence-number.js';

/** A message as receivers are given it. */
export interface ShownMessage {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly MD5OfBody: string;
  readonly Body: string;
  readonly Attributes: Named<string> | undefined;
  readonly MD5OfMessageAttributes: string | undefined;
  readonly MessageAttributes: MessageAttributes | undefined;
}

/** The shape of messages as receivers are given them. */
export const receivedMessages: Shape<readonly ShownMessage[]> = list(
  structure<ShownMessage>(
    {
      MessageId: text,
      ReceiptHandle: text,
      MD5OfBody: text,
      Body: text,
      Attributes: map(text, 'Attribute', 'Name'),
      MD5OfMessageAttributes: text,
      MessageAttributes: map(givenAttribute, 'MessageAttribute', 'Name'),
    },
    [],
  ),
  'Message',
);

const SYSTEM_NAMES: ReadonlySet<string> = new Set([
  'All',
  'SenderId',
  'SentTimestamp',
  'ApproximateReceiveCount',
  'ApproximateFirstReceiveTimestamp',
  'AWSTraceHeader',
  'DeadLetterQueueSourceArn',
  'MessageGroupId',
  'MessageDeduplicationId',
  'SequenceNumber',
]);

/** What a receiver asks to be shown. */
export interface Wanted {
  readonly system: readonly string[];
  readonly attributes: readonly string[];
}

/** Throws {@link ApiError} for system attributes that messages do not have. */
export function checkSystemNames(names: readonly string[]): void {
  for (const name of names) if (!SYSTEM_NAMES.has(name)) throw unknownAttribute(name);
}

/** A message as it is received. */
export function showMessage(received: Received, wanted: Wanted): ShownMessage {
  const { id, content } = received.message;
  const attributes = pick(content.attributes, wanted.attributes);
  const system = pickSystem(systemAttributes(received), wanted.system);
  return {
    MessageId: id,
    ReceiptHandle: received.handle,
    MD5OfBody: content.bodyMd5,
    Body: content.body,
    Attributes: Object.keys(system).length > 0 ? system : undefined,
    MD5OfMessageAttributes: attributesMd5(attributes),
    MessageAttributes: Object.keys(attributes).length > 0 ? attributes : undefined,
  };
}

function systemAttributes({ message, receive }: Received): Readonly<Record<string, string | undefined>> {
  const { content } = message;
  return {
    SenderId: content.senderId,
    SentTimestamp: String(message.sentAt),
    ApproximateReceiveCount: String(receive),
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    AWSTraceHeader: content.traceHeader,
    DeadLetterQueueSourceArn: message.deadLetterSource,
    MessageGroupId: content.groupId,
    MessageDeduplicationId: content.deduplicationId,
    SequenceNumber: content.deduplicationId === undefined ? undefined : sequenceNumber(message),
  };
}

function pickSystem(
  all: Readonly<Record<string, string | undefined>>,
  wanted: readonly string[],
): Readonly<Record<string, string>> {
  const whole = wanted.includes('All');
  const pairs = Object.entries(all).flatMap(([name, value]): [string, string][] =>
    value !== undefined && (whole || wanted.includes(name)) ? [[name, value]] : [],
  );
  return Object.fromEntries(pairs);
}

/** By name, by what a name begins with (`order.*`), or all of them. */
function pick(attributes: MessageAttributes, wanted: readonly string[]): MessageAttributes {
  if (wanted.length === 0) return {};
  if (wanted.includes('All') || wanted.includes('.*')) return attributes;
  const beginnings = wanted.filter((name) => name.endsWith('.*')).map((name) => name.slice(0, -1));
  const pairs = Object.entries(attributes).filter(
    ([name]) => wanted.includes(name) || beginnings.some((beginning) => name.startsWith(beginning)),
  );
  return Object.fromEntries(pairs);
}
