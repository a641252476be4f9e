import type { QueueAttributeName, SQS } from '@aws-sdk/client-sqs';
import { OptionError, type Place } from '@proj/core';
import { parseQueueAddress } from '../addresses/queue-address.js';
import { deleteReceipts, hideReceipts, type ReceiptOutcome } from '../batches/change-batch.js';
import type { SendOutcome } from '../batches/entry-outcome.js';
import { type MessageSource, type SendBatchOptions, sendEach } from '../batches/send-batch.js';
import { reportOf, type SendReport } from '../batches/send-report.js';
import type { LargeBodies } from '../bodies/large-body-store.js';
import { callOptionsOf, type RequestOptions } from '../calls/request-options.js';
import type { MessageHandler } from '../consume/consume.js';
import type { ConsumeReport } from '../consume/consume-event.js';
import type { ConsumeOptions } from '../consume/consume-options.js';
import { type Consumption, consumption, overQueues } from '../consume/consume-queues.js';
import { type DumpOptions, type DumpReport, dumpQueue } from '../dump/dump-queue.js';
import { type LoadOptions, loadQueue } from '../dump/load-queue.js';
import type { Codec } from '../messages/codecs/codec.js';
import { raw } from '../messages/codecs/codecs.js';
import type { Message, MessageHome } from '../messages/message.js';
import { type ReceiveOptions, receive } from '../messages/receive.js';
import { type SendOptions, type SentMessage, send } from '../messages/send.js';
import { deadLetterSourceUrls } from '../redrive/dead-letter-sources.js';
import { type Redrive, type RedriveOptions, startRedrive } from '../redrive/redrive.js';
import {
  countNames,
  type QueueAttributes,
  type QueueCounts,
  readAttributes,
  readCounts,
} from '../settings/queue-attributes.js';
import { type Policy, type QueueSettings, wireSettings } from '../settings/queue-settings.js';
import type { QueueHome } from './queue-home.js';

const brand: symbol = Symbol.for('@proj/sqs/queue');

/** How a queue's bodies are written and read. */
export interface Reading<T> {
  /** @defaultValue `raw`: bodies are texts */
  readonly codec?: Codec<T> | undefined;
  /** Where bodies are kept that are too large. @defaultValue nowhere */
  readonly bodies?: LargeBodies | undefined;
}

/**
 * A queue in one region. What it does is done there, and signed for there.
 *
 * @example
 * ```ts
 * for (const jobs of (await everywhere.queue('jobs')).filter((queue) => queue !== undefined)) await jobs.send('hello');
 * ```
 */
export class Queue<T = string> {
  static {
    Object.defineProperty(Queue.prototype, brand, { value: true });
  }

  /** The region that it lives in, such as `eu-west-1`. */
  readonly region: string;
  readonly name: string;
  /** As the service gave it. */
  readonly url: string;
  /** The twelve digits of the account that owns it. */
  readonly account: string;
  readonly isFifo: boolean;
  readonly #home: QueueHome<T>;
  readonly #messages: MessageHome<T>;

  constructor(home: QueueHome<T>) {
    const { url, place } = home;
    const { name, account } = parseQueueAddress(url);
    this.region = place.target.region;
    this.name = name;
    this.url = url;
    this.account = account;
    this.isFifo = name.endsWith('.fifo');
    this.#home = home;
    this.#messages = {
      region: this.region,
      queueUrl: url,
      codec: home.codec,
      delete: (message, options) => this.delete(message, options),
      changeVisibility: (message, seconds, options) => this.changeVisibility(message, seconds, options),
    };
  }

  /** The same queue, its bodies written and read otherwise. */
  with<U>(reading: Reading<U> & { readonly codec: Codec<U> }): Queue<U>;
  with(reading: Omit<Reading<T>, 'codec'>): Queue<T>;
  with<U>({ codec, bodies = this.#home.bodies }: Reading<U>): Queue<U> | Queue<T> {
    return codec === undefined ? queueOver({ ...this.#home, bodies }) : queueOver({ ...this.#home, codec, bodies });
  }

  /** Sends one message. @throws OptionError for what SQS would refuse; DigestError; what the codec throws */
  send(body: T, options: SendOptions = {}): Promise<SentMessage> {
    return send(this.#home, body, options);
  }

  /**
   * Sends any number of messages, ten and at most 1 MiB in a request. What the service has trouble with is sent again alone. The source
   * is read as far as there is room for it.
   *
   * @throws SendBatchError when some were not sent, or when something stopped it: its report says which
   */
  sendBatch(messages: MessageSource<T>, options: SendBatchOptions = {}): Promise<SendReport> {
    return reportOf(`sendBatch to ${this.name} in ${this.region}`, this.sendEach(messages, options));
  }

  /** The same, telling of each message in its turn what became of it. */
  sendEach(messages: MessageSource<T>, options: SendBatchOptions = {}): AsyncIterable<SendOutcome> {
    const { place, url, codec, bodies } = this.#home;
    return sendEach({ place, url, writing: { codec, bodies, isFifo: this.isFifo } }, messages, options);
  }

  /** Receives up to ten messages, and waits up to 20 seconds for the first. @throws OptionError, DigestError */
  receive(options: ReceiveOptions = {}): Promise<readonly Message<T>[]> {
    return receive(this.#home, this.#messages, options);
  }

  /** The messages, one at a time, as they come: see `SqsSet.consume`. @throws OptionError */
  consume(options?: ConsumeOptions<T>): AsyncGenerator<Message<T>, void, undefined>;
  /** Handles the messages as they come, some at once, until the signal ends it: see `SqsSet.consume`. @throws OptionError */
  consume(handler: MessageHandler<T>, options?: ConsumeOptions<T>): Promise<ConsumeReport>;
  consume(first: MessageHandler<T> | ConsumeOptions<T> = {}, options: ConsumeOptions<T> = {}): Consumption<T> {
    const [handler, given] = typeof first === 'function' ? [first, options] : [undefined, first];
    const run = overQueues([this.with<T>({ codec: given.codec ?? this.#home.codec, bodies: given.bodies })]);
    return consumption(run, handler, given);
  }

  /** Takes a message out of the queue, and its body out of the store. */
  async delete(message: Message<T> | string, options: RequestOptions = {}): Promise<void> {
    const input = { QueueUrl: this.url, ReceiptHandle: receiptOf(message) };
    await this.#call('deleteMessage', (native) => native.deleteMessage(input), options);
    if (typeof message !== 'string' && message.bodyPlace !== undefined) {
      await this.#home.bodies?.store.delete(message.bodyPlace);
    }
  }

  /** Deletes messages, ten in a request, and says of each what became of it. */
  async deleteBatch(
    messages: readonly (Message<T> | string)[],
    options: RequestOptions = {},
  ): Promise<readonly ReceiptOutcome[]> {
    const outcomes = await deleteReceipts(this.#home, messages.map(receiptOf), options);
    for (const [at, { error }] of outcomes.entries()) {
      const message = messages[at];
      if (error !== undefined || message === undefined || typeof message === 'string') continue;
      if (message.bodyPlace !== undefined) await this.#home.bodies?.store.delete(message.bodyPlace);
    }
    return outcomes;
  }

  /** Makes a message invisible for so many seconds from now on; with 0 it is visible at once. */
  async changeVisibility(message: Message<T> | string, seconds: number, options: RequestOptions = {}): Promise<void> {
    checkVisibility(seconds);
    const input = { QueueUrl: this.url, ReceiptHandle: receiptOf(message), VisibilityTimeout: seconds };
    await this.#call('changeMessageVisibility', (native) => native.changeMessageVisibility(input), options);
  }

  /** The same for any number of messages, ten in a request, and says of each what became of it. */
  changeVisibilityBatch(
    messages: readonly (Message<T> | string)[],
    seconds: number,
    options: RequestOptions = {},
  ): Promise<readonly ReceiptOutcome[]> {
    checkVisibility(seconds);
    return hideReceipts(this.#home, messages.map(receiptOf), seconds, options);
  }

  /** All that is known of the queue: numbers, dates and policies as what they are. */
  async attributes(options: RequestOptions = {}): Promise<QueueAttributes> {
    return readAttributes(await this.#attributes(['All'], options));
  }

  /** How many messages it has, about. */
  async counts(options: RequestOptions = {}): Promise<QueueCounts> {
    return readCounts(await this.#attributes([...countNames], options));
  }

  /** Changes settings; those that are not named stay. It may take a minute until all of SQS knows. @throws OptionError */
  async setAttributes(settings: QueueSettings, options: RequestOptions = {}): Promise<void> {
    const input = { QueueUrl: this.url, Attributes: wireSettings(settings) };
    await this.#call('setQueueAttributes', (native) => native.setQueueAttributes(input), options);
  }

  /** The policy of who may do what, if there is one. */
  async policy(options: RequestOptions = {}): Promise<Policy | undefined> {
    return (readAttributes(await this.#attributes(['Policy'], options)).policy ?? undefined) as Policy | undefined;
  }

  /** Puts a policy in place of the one that is there; `undefined` takes it away. */
  setPolicy(policy: Policy | undefined, options: RequestOptions = {}): Promise<void> {
    return this.setAttributes({ policy: policy ?? null }, options);
  }

  async tags(options: RequestOptions = {}): Promise<Readonly<Record<string, string>>> {
    const ask = (native: SQS) => native.listQueueTags({ QueueUrl: this.url });
    const { Tags = {} } = await this.#call('listQueueTags', ask, options);
    return Tags;
  }

  /** Puts tags on it, in place of those of the same name. */
  async tag(tags: Readonly<Record<string, string>>, options: RequestOptions = {}): Promise<void> {
    await this.#call('tagQueue', (native) => native.tagQueue({ QueueUrl: this.url, Tags: { ...tags } }), options);
  }

  async untag(names: readonly string[], options: RequestOptions = {}): Promise<void> {
    const input = { QueueUrl: this.url, TagKeys: [...names] };
    await this.#call('untagQueue', (native) => native.untagQueue(input), options);
  }

  /** Deletes every message, those in flight too; SQS takes up to a minute, and does it once a minute at most. */
  async purge(options: RequestOptions = {}): Promise<void> {
    await this.#call('purgeQueue', (native) => native.purgeQueue({ QueueUrl: this.url }), options);
  }

  /** Deletes the queue with all that is in it. Its name is free after a minute. */
  async deleteQueue(options: RequestOptions = {}): Promise<void> {
    await this.#call('deleteQueue', (native) => native.deleteQueue({ QueueUrl: this.url }), options);
  }

  /** The queues of the same region whose failing messages come here. */
  async deadLetterSources(options: RequestOptions = {}): Promise<readonly Queue<T>[]> {
    const urls = await deadLetterSourceUrls(this.#home.place, this.url, options);
    return urls.map((url) => queueOver<T>({ ...this.#home, url }));
  }

  /** Lets SQS move this dead-letter queue's messages back to where they came from, or to another queue. @throws OptionError */
  async redrive(options: RedriveOptions = {}): Promise<Redrive> {
    const { signal, timeout } = options;
    const { QueueArn = '' } = await this.#attributes(['QueueArn'], { signal, timeout });
    return startRedrive(this.#home.place, QueueArn, options);
  }

  /**
   * Writes the messages to a file, one line of JSON each, until none is left, and takes each out of the queue when its line is on the
   * disk. A file that is there is gone on with.
   *
   * @throws what the file system says; what was not on the disk by then is still in the queue
   */
  dump(path: string, options: DumpOptions = {}): Promise<DumpReport> {
    return dumpQueue(this.#raw(), path, options);
  }

  /** Sends what a dump holds. A message that stands twice in it, since its deletion was cut off, is sent once. @throws SendBatchError, DumpFormatError */
  load(path: string, options: LoadOptions = {}): Promise<SendReport> {
    return loadQueue(this.#raw(), path, options);
  }

  /** As a dump has it: the bodies as they are. */
  #raw(): Queue<string> {
    return queueOver<string>({ ...this.#home, codec: raw });
  }

  async #attributes(names: readonly QueueAttributeName[], options: RequestOptions): Promise<Record<string, string>> {
    const input = { QueueUrl: this.url, AttributeNames: [...names] };
    const { Attributes = {} } = await this.#call(
      'getQueueAttributes',
      (native) => native.getQueueAttributes(input),
      options,
    );
    return Attributes;
  }

  #call<R>(operation: string, ask: (native: SQS) => Promise<R>, options: RequestOptions): Promise<R> {
    return this.#home.place.call(operation, ask, callOptionsOf(options));
  }
}

/** Made outside of the class: TypeScript's output of one that makes others of itself has no name yet in its static block. */
function queueOver<T>(home: QueueHome<T>): Queue<T> {
  return new Queue(home);
}

/** A queue whose bodies are texts. */
export function plainQueue(place: Place<SQS>, url: string): Queue {
  return new Queue({ place, url, codec: raw, bodies: undefined });
}

/**
 * Whether the value is a queue of this package, of whichever installed copy.
 *
 * @example
 * ```ts
 * const urls = things.filter(isQueue).map(({ url }) => url);
 * ```
 */
export function isQueue(value: unknown): value is Queue<unknown> {
  return typeof value === 'object' && value !== null && (value as Record<symbol, unknown>)[brand] === true;
}

function receiptOf<T>(message: Message<T> | string): string {
  return typeof message === 'string' ? message : message.receiptHandle;
}

function checkVisibility(seconds: number): void {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 43_200) return;
  throw new OptionError(`the visibility is ${String(seconds)}; give whole seconds from 0 to 43200`);
}
