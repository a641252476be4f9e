import type { Message as WireMessage } from '@aws-sdk/client-sqs';
import type { BodyPlace } from '../bodies/large-body-store.js';
import type { RequestOptions } from '../calls/request-options.js';
import type { Codec } from './codecs/codec.js';
import { readAttributes, type WireAttributes } from './message-attributes.js';

const brand: symbol = Symbol.for('@proj/sqs/message');
/** Of the many messages that have no attributes. */
const none: Readonly<Record<string, never>> = Object.freeze({});

/** What a message can have done to it in its queue. */
export interface MessageHome<T> {
  readonly region: string;
  readonly queueUrl: string;
  readonly codec: Codec<T>;
  delete(message: Message<T>, options: RequestOptions): Promise<void>;
  changeVisibility(message: Message<T>, seconds: number, options: RequestOptions): Promise<void>;
}

/** What was received of a message. */
export interface Received {
  readonly wire: WireMessage;
  /** The body itself, where it was kept elsewhere. */
  readonly body: string;
  readonly bodyPlace: BodyPlace | undefined;
}

/**
 * A message that was received, and is invisible to others for a while. It acts in the queue, and in the region, that it came from.
 *
 * @example
 * ```ts
 * for (const message of await queue.receive({ wait: 20 })) {
 *   console.log(message.region, message.value);
 *   await message.delete();
 * }
 * ```
 */
export class Message<T = string> {
  static {
    Object.defineProperty(Message.prototype, brand, { value: true });
  }

  readonly id: string;
  readonly region: string;
  readonly queueUrl: string;
  /** The body as it was sent: what `value` is read from. */
  readonly body: string;
  readonly receiptHandle: string;
  /** The sender's own attributes: texts (numbers are given as texts, too), or bytes. */
  readonly attributes: Readonly<Record<string, string | Uint8Array>>;
  /** The same as they came, each with its type. */
  readonly typedAttributes: WireAttributes;
  readonly sentAt: Date | undefined;
  /** How often it was received, this time included. */
  readonly receiveCount: number;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly sequenceNumber: string | undefined;
  /** The body's place, where it was too large for its message. */
  readonly bodyPlace: BodyPlace | undefined;
  readonly #home: MessageHome<T>;

  constructor(home: MessageHome<T>, { wire, body, bodyPlace }: Received) {
    const { Attributes: system = none, MessageAttributes = none } = wire;
    this.id = wire.MessageId ?? '';
    this.region = home.region;
    this.queueUrl = home.queueUrl;
    this.body = body;
    this.receiptHandle = wire.ReceiptHandle ?? '';
    this.typedAttributes = MessageAttributes;
    this.attributes = MessageAttributes === none ? none : readAttributes(MessageAttributes);
    this.sentAt = system.SentTimestamp === undefined ? undefined : new Date(Number(system.SentTimestamp));
    this.receiveCount = Number(system.ApproximateReceiveCount ?? 1);
    this.groupId = system.MessageGroupId;
    this.deduplicationId = system.MessageDeduplicationId;
    this.sequenceNumber = system.SequenceNumber;
    this.bodyPlace = bodyPlace;
    this.#home = home;
  }

  /** The body as its queue's codec reads it. @throws what the codec throws for a body that it cannot read, such as `CodecError` */
  get value(): T {
    return this.#home.codec.decode(this.body);
  }

  /** Takes it out of its queue, and its body out of the store, where that is elsewhere. */
  delete(options: RequestOptions = {}): Promise<void> {
    return this.#home.delete(this, options);
  }

  /** Keeps it invisible for so many seconds from now on, up to 12 hours after it was received. */
  extend(seconds: number, options: RequestOptions = {}): Promise<void> {
    return this.#home.changeVisibility(this, seconds, options);
  }

  /** Gives it back: it is visible again at once, or after so many seconds. */
  release(seconds = 0, options: RequestOptions = {}): Promise<void> {
    return this.#home.changeVisibility(this, seconds, options);
  }
}

/**
 * Whether the value is a message of this package, of whichever installed copy.
 *
 * @example
 * ```ts
 * const ids = things.filter(isMessage).map(({ id }) => id);
 * ```
 */
export function isMessage(value: unknown): value is Message<unknown> {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}
