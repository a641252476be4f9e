import { randomUUID } from 'node:crypto';
import type { Clock } from '../../../clock/clock.js';
import { ApiError } from '../../../wire/api-error.js';
import type { Message, MessageContent } from '../messages/message.js';
import { type AttributeTexts, type QueueSettings, readSettings } from '../settings/queue-settings.js';
import { Deduplication } from './deduplication.js';
import { FifoLine } from './fifo-line.js';
import { Handles } from './handles.js';
import { type MessageCounts, MessageStore } from './message-store.js';
import { Polls } from './polls.js';
import type { Received, ReceiveRequest } from './receive-request.js';
import { Redelivery } from './redelivery.js';
import { StandardLine } from './standard-line.js';

/** How a queue is told from others. */
export interface QueueName {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** What a queue needs of its surroundings. */
export interface QueueParts {
  readonly clock: Clock;
  /** The dead-letter queue of this ARN. */
  readonly find: (arn: string) => Queue | undefined;
}

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html, November 2026. */
const MOST_IN_FLIGHT = 120_000;

/** One queue. */
export class Queue {
  readonly id: QueueName;
  readonly arn: string;
  readonly createdAt: number;
  readonly tags: Map<string, string> = new Map();
  readonly #parts: QueueParts;
  readonly #store: MessageStore;
  readonly #handles: Handles;
  readonly #polls: Polls<Received>;
  readonly #deduplication = new Deduplication();
  readonly #redelivery = new Redelivery();
  #attributes: AttributeTexts = {};
  #settings: QueueSettings;
  #modifiedAt: number;
  #purgedAt = Number.NEGATIVE_INFINITY;
  #sequence = 0;
  #disarm: () => void = () => {};

  constructor(id: QueueName, attributes: AttributeTexts, parts: QueueParts) {
    this.id = id;
    this.arn = `arn:aws:sqs:${id.region}:${id.account}:${id.name}`;
    this.#parts = parts;
    this.#settings = readSettings(attributes);
    this.#attributes = attributes;
    this.#store = new MessageStore(this.#settings.fifo ? new FifoLine() : new StandardLine());
    this.#handles = new Handles(this.#store);
    this.#polls = new Polls(parts.clock);
    this.createdAt = parts.clock.now();
    this.#modifiedAt = this.createdAt;
  }

  get settings(): QueueSettings {
    return this.#settings;
  }

  /** The attributes that were set or are so by default. */
  get attributes(): AttributeTexts {
    return this.#attributes;
  }

  /** When its attributes were last set, in ms since 1970. */
  get modifiedAt(): number {
    return this.#modifiedAt;
  }

  /** How many messages it has. */
  get counts(): MessageCounts {
    this.#settle();
    return this.#store.counts;
  }

  /** Sets attributes that were checked before. */
  set(attributes: AttributeTexts): void {
    const { delay } = this.#settings;
    this.#attributes = attributes;
    this.#settings = readSettings(attributes);
    this.#modifiedAt = this.#now();
    // In FIFO queues the delay holds for what is there already.
    if (this.#settings.fifo && delay !== this.#settings.delay) {
      for (const message of this.#store.delayed()) {
        this.#store.hideUntil(message, message.sentAt + this.#settings.delay * 1000);
      }
    }
    this.#serve();
  }

  /**
   * Takes in a message; in a FIFO queue, one that was taken in within the last five minutes is only named again.
   *
   * @param delay - seconds
   */
  send(content: MessageContent, delay: number = this.#settings.delay): Message {
    const now = this.#now();
    const key = this.#deduplicationKey(content);
    const known = key === undefined ? undefined : this.#deduplication.find(key, now);
    if (known) return known;
    const message = this.#put(content, { id: randomUUID(), sentAt: now }, now + delay * 1000);
    if (key !== undefined) this.#deduplication.add(key, message, now);
    return message;
  }

  /** Takes in what another queue gave up. A standard queue keeps when it was sent; a FIFO queue counts anew. */
  accept({ id, content, sentAt }: Message, deadLetterSource: string): void {
    const now = this.#now();
    this.#put(content, { id, sentAt: this.#settings.fifo ? now : sentAt, deadLetterSource }, now);
  }

  /** Gives out messages, at once or as soon as there are some within the time that the caller waits. */
  receive(request: ReceiveRequest): readonly Received[] | Promise<readonly Received[]> {
    this.#settle();
    const again = this.#redelivery.find(request, this.#now());
    if (again) return this.#giveAgain(again, request);
    const received = this.#take(request);
    if (received.length > 0 || request.waitTime === 0) {
      if (received.length === 0) this.#checkInFlight();
      return received;
    }
    const wait = this.#polls.wait(request.waitTime * 1000, () => this.#take(request), request.onGone);
    this.#arm();
    return wait;
  }

  /** Deletes what a handle stands for. Throws {@link ApiError} for a handle that stands for nothing. */
  delete(handle: string): void {
    this.#settle();
    this.#handles.delete(handle, this.#settings.fifo);
    this.#serve();
  }

  /** Makes a received message visible so many seconds from now. Throws {@link ApiError} when that cannot be. */
  changeVisibility(handle: string, seconds: number): void {
    this.#handles.hide(handle, seconds, this.#settle());
    this.#serve();
  }

  /** Deletes every message. Throws {@link ApiError} within a minute of the last time. */
  purge(): void {
    const now = this.#now();
    if (now - this.#purgedAt < 60_000) {
      throw new ApiError(
        'PurgeQueueInProgress',
        `Only one PurgeQueue operation on ${this.id.name} is allowed every 60 seconds.`,
      );
    }
    this.#purgedAt = now;
    this.#store.clear();
  }

  /** Takes in what was redriven: as new as if it had been sent now, but never taken for one that was sent before. */
  resend(content: MessageContent): void {
    const now = this.#now();
    this.#put(content, { id: randomUUID(), sentAt: now }, now);
  }

  /** The message that would be received next. */
  peek(): Message | undefined {
    this.#settle();
    return this.#store.receivable().next().value;
  }

  /** Deletes a message that is about to be in another queue. */
  giveUp(message: Message): void {
    this.#store.remove(message);
  }

  /** Ends the receives that wait. */
  close(): void {
    this.#polls.end();
    this.#disarm();
  }

  #now(): number {
    return this.#parts.clock.now();
  }

  /** Gives the time by which all is done that is due. */
  #settle(): number {
    const now = this.#now();
    this.#store.settle(now, this.#settings.retention * 1000);
    return now;
  }

  #put(
    content: MessageContent,
    origin: { readonly id: string; readonly sentAt: number; readonly deadLetterSource?: string },
    visibleAt: number,
  ): Message {
    this.#sequence += 1;
    const message: Message = {
      deadLetterSource: undefined,
      ...origin,
      content,
      sequence: this.#sequence,
      state: 'delayed',
      receiveCount: 0,
      firstReceivedAt: undefined,
      lastReceivedAt: 0,
    };
    this.#store.add(message, visibleAt, this.#now());
    this.#serve();
    return message;
  }

  #deduplicationKey({ deduplicationId, groupId }: MessageContent): string | undefined {
    if (!this.#settings.fifo) return undefined;
    return JSON.stringify(this.#settings.deduplicationByGroup ? [deduplicationId, groupId] : [deduplicationId]);
  }

  #take(request: ReceiveRequest): readonly Received[] {
    const now = this.#now();
    const taken: Received[] = [];
    const most = Math.min(request.most, MOST_IN_FLIGHT - this.#store.counts.inFlight);
    if (most <= 0) return taken;
    for (const message of this.#store.receivable()) {
      if (this.#bury(message)) continue;
      this.#store.take(message, now, now + request.visibilityTimeout * 1000);
      taken.push({ message, handle: this.#handles.of(message), receive: message.receiveCount });
      if (taken.length === most) break;
    }
    this.#redelivery.add(request, taken, now);
    return taken;
  }

  #giveAgain(received: readonly Received[], { visibilityTimeout }: ReceiveRequest): readonly Received[] {
    for (const { message } of received) this.#store.hideUntil(message, this.#now() + visibilityTimeout * 1000);
    return received;
  }

  /** Gives a message that was received too often to the dead-letter queue; without one it stays. */
  #bury(message: Message): boolean {
    const { redrive } = this.#settings;
    if (!redrive || message.receiveCount < redrive.maxReceiveCount) return false;
    const target = this.#parts.find(redrive.deadLetterTargetArn);
    if (!target) return false;
    this.#store.remove(message);
    target.accept(message, this.arn);
    return true;
  }

  /** FIFO queues say nothing of it. */
  #checkInFlight(): void {
    const { inFlight, visible } = this.#store.counts;
    if (this.#settings.fifo || inFlight < MOST_IN_FLIGHT || visible === 0) return;
    throw new ApiError('OverLimit', `The queue has ${MOST_IN_FLIGHT} messages in flight: delete some first.`);
  }

  #serve(): void {
    if (this.#polls.size === 0) return;
    this.#settle();
    this.#polls.serve();
    this.#arm();
  }

  /** Comes back when a message becomes visible by itself, as long as somebody waits for one. */
  #arm(): void {
    this.#disarm();
    const next = this.#store.nextChange;
    if (this.#polls.size === 0 || next === undefined) return;
    this.#disarm = this.#parts.clock.after(Math.max(0, next - this.#now()), () => this.#serve());
  }
}
