import type { MessageAttributeValue } from '@aws-sdk/client-sqs';
import { OptionError } from '@proj/core';
import type { LargeBodies } from '../bodies/large-body-store.js';
import { pointerTo, sizeAttribute } from '../bodies/pointer.js';
import type { Codec } from './codecs/codec.js';
import { type AttributeInput, type WireAttributes, wireAttributes } from './message-attributes.js';

/**
 * What is sent with a body.
 *
 * @example
 * ```ts
 * const options: MessageOptions = { delay: 30, attributes: { attempt: 1 } };
 * ```
 */
export interface MessageOptions {
  /** Seconds until it can be received: up to 900; not in FIFO queues. @defaultValue the queue's */
  readonly delay?: number | undefined;
  /** The group within which FIFO queues keep the order; in others it makes for a fair share. */
  readonly groupId?: string | undefined;
  /** What tells FIFO queues that it was sent before, for five minutes. @defaultValue the queue's, where it makes one of the content */
  readonly deduplicationId?: string | undefined;
  readonly attributes?: Readonly<Record<string, AttributeInput>> | undefined;
}

/** A message to send. */
export interface OutgoingMessage<T> extends MessageOptions {
  readonly body: T;
}

/** A message as the wire takes it, alone or in a batch. */
export interface WireEntry {
  readonly MessageBody: string;
  readonly DelaySeconds: number | undefined;
  readonly MessageGroupId: string | undefined;
  readonly MessageDeduplicationId: string | undefined;
  readonly MessageAttributes: Record<string, MessageAttributeValue> | undefined;
}

/** How bodies are written. */
export interface Writing<T> {
  readonly codec: Codec<T>;
  readonly bodies: LargeBodies | undefined;
  readonly isFifo: boolean;
}

/** Bytes that a message may have, attributes and all, and a batch of them: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html, November 2026. */
export const maxBytes = 1_048_576;
const defaultOver = 262_144;
/** XML 1.0 without what SQS refuses: #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF. */
const refused = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/**
 * A message for the wire; puts its body where it is too large.
 *
 * @throws OptionError for what SQS would refuse
 */
export async function wireEntry<T>(message: OutgoingMessage<T>, writing: Writing<T>): Promise<WireEntry> {
  checkOptions(message, writing.isFifo);
  const text = writing.codec.encode(message.body);
  checkBody(text);
  const attributes = wireAttributes(message.attributes);
  const { body, more } = await stored(text, writing.bodies);
  const entry: WireEntry = {
    MessageBody: body,
    DelaySeconds: message.delay,
    MessageGroupId: message.groupId,
    MessageDeduplicationId: message.deduplicationId,
    MessageAttributes: attributes === undefined && more === undefined ? undefined : { ...attributes, ...more },
  };
  const bytes = bytesOf(entry);
  if (bytes <= maxBytes) return entry;
  throw new OptionError(
    `the message has ${bytes} bytes, its attributes included; SQS takes ${maxBytes}: keep large bodies elsewhere by { bodies }`,
  );
}

/** What a message counts: its body, and of each attribute its name, type and value. */
export function bytesOf({
  MessageBody,
  MessageAttributes = {},
}: Pick<WireEntry, 'MessageBody' | 'MessageAttributes'>): number {
  let bytes = Buffer.byteLength(MessageBody);
  for (const [name, { DataType = '', StringValue, BinaryValue }] of Object.entries(MessageAttributes)) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(DataType);
    bytes += BinaryValue?.length ?? Buffer.byteLength(StringValue ?? '');
  }
  return bytes;
}

function checkOptions({ delay, groupId, deduplicationId }: MessageOptions, isFifo: boolean): void {
  if (delay !== undefined && (!Number.isInteger(delay) || delay < 0 || delay > 900)) {
    throw new OptionError(`delay is ${String(delay)}; give whole seconds from 0 to 900`);
  }
  checkId('groupId', groupId);
  checkId('deduplicationId', deduplicationId);
  if (isFifo && groupId === undefined) {
    throw new OptionError('a FIFO queue keeps the order of groups: give the message a groupId');
  }
  if (isFifo && delay !== undefined) {
    throw new OptionError('a FIFO queue delays all messages alike: leave delay out, or set that of the queue');
  }
  if (!isFifo && deduplicationId !== undefined) {
    throw new OptionError('a standard queue knows no deduplicationId: leave it out, or send to a FIFO queue');
  }
}

/** Letters, digits and punctuation of ASCII, without spaces. */
function checkId(option: string, id: string | undefined): void {
  if (id === undefined || (typeof id === 'string' && /^[!-~]{1,128}$/.test(id))) return;
  throw new OptionError(
    `${option} is ${JSON.stringify(String(id).slice(0, 140))}; give 1 to 128 letters, digits and punctuation marks of ASCII`,
  );
}

function checkBody(text: unknown): asserts text is string {
  if (typeof text !== 'string')
    throw new OptionError(`the body is a ${typeof text}; give a text, or the queue a codec`);
  if (text === '') throw new OptionError('the body is empty; SQS takes at least one character');
  const [found] = refused.exec(text) ?? [];
  if (found === undefined) return;
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  throw new OptionError(`the body has U+${code}, which SQS does not take: encode it, by { codec: base64 } for one`);
}

async function stored(
  text: string,
  bodies: LargeBodies | undefined,
): Promise<{ readonly body: string; readonly more?: WireAttributes }> {
  const bytes = bodies === undefined ? 0 : Buffer.byteLength(text);
  if (bodies === undefined || bytes <= (bodies.over ?? defaultOver)) return { body: text };
  const place = await bodies.store.put(text);
  return { body: pointerTo(place), more: { [sizeAttribute]: { DataType: 'Number', StringValue: String(bytes) } } };
}
