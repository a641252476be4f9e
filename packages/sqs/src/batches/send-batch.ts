import { setTimeout as wait } from 'node:timers/promises';
import type { SendMessageBatchResult, SendMessageBatchResultEntry, SQS } from '@aws-sdk/client-sqs';
import { OptionError, type Place } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import { DigestError } from '../messages/digest-error.js';
import { md5OfAttributes } from '../messages/md5.js';
import { type OutgoingMessage, type WireEntry, type Writing, wireEntry } from '../messages/outgoing.js';
import { batchesOf, isRefused, type Numbered, type Refused } from './batches-of.js';
import { EntryError } from './entry-error.js';
import type { SendOutcome } from './entry-outcome.js';
import { sendInOrder } from './send-in-order.js';

/**
 * How many messages are sent.
 *
 * @example
 * ```ts
 * const options: SendBatchOptions = { concurrency: 8, signal };
 * ```
 */
export interface SendBatchOptions extends RequestOptions {
  /** Requests at once. Messages of one FIFO group never overtake each other. @defaultValue 4 */
  readonly concurrency?: number | undefined;
}

/** Where to send. */
export interface Destination<T> {
  readonly place: Place<SQS>;
  readonly url: string;
  readonly writing: Writing<T>;
}

/** What messages can be sent from: a list, or a stream of any length. */
export type MessageSource<T> = Iterable<OutgoingMessage<T>> | AsyncIterable<OutgoingMessage<T>>;

/** How often an entry is sent that the service had trouble with. */
const attempts = 4;
const firstPause = 100;

/** Sends messages, a batch after the other, and says of each in its turn what became of it. */
export async function* sendEach<T>(
  destination: Destination<T>,
  source: MessageSource<T>,
  options: SendBatchOptions,
): AsyncGenerator<SendOutcome, void, undefined> {
  checkNames('sendBatch(messages, options)', options, [...requestOptionNames, 'concurrency']);
  const { concurrency = 4, signal } = options;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new OptionError(`sendBatch: concurrency is ${String(concurrency)}; give a whole number from 1 on`);
  }
  signal?.throwIfAborted();
  const { isFifo } = destination.writing;
  const batches = batchesOf(entriesOf(source, destination.writing), isFifo);
  const terms = { concurrency, groupsOf: (batch: Batch) => (isFifo ? groupsOf(batch) : none) };
  const send = (batch: Batch) => sendBatch(destination, batch, options);
  for await (const outcomes of sendInOrder(batches, terms, send)) yield* outcomes;
}

type Batch = readonly (Numbered | Refused)[];
const none: ReadonlySet<string> = new Set();

function groupsOf(batch: Batch): ReadonlySet<string> {
  return new Set(batch.flatMap((one) => (isRefused(one) ? [] : [one.entry.MessageGroupId ?? ''])));
}

/** What cannot be sent keeps its place, and no other from being sent. */
async function* entriesOf<T>(source: MessageSource<T>, writing: Writing<T>): AsyncGenerator<Numbered | Refused> {
  let index = 0;
  for await (const message of source) {
    yield await wireEntry(message, writing).then(
      (entry) => ({ index, entry }),
      (error: Error) => ({ index, error }),
    );
    index += 1;
  }
}

/** Sends a batch, and what failed by the service's fault alone once more, until all have an outcome. */
async function sendBatch<T>(
  destination: Destination<T>,
  batch: Batch,
  options: SendBatchOptions,
): Promise<readonly SendOutcome[]> {
  const outcomes = new Map<number, SendOutcome>();
  for (const one of batch) if (isRefused(one)) outcomes.set(one.index, { ...one, status: 'failed' });
  let left: readonly Numbered[] = batch.filter((one): one is Numbered => !isRefused(one));
  for (let attempt = 1; left.length > 0; attempt += 1) {
    const answers = await ask(destination, left, options);
    for (const [at, one] of left.entries())
      outcomes.set(one.index, outcomeOf(destination, one, answers.get(String(at))));
    left = left.filter(({ index }) => attempt < attempts && mayBeTriedAgain(outcomes.get(index)));
    if (left.length > 0) await wait(Math.random() * firstPause * 2 ** attempt, undefined, { signal: options.signal });
  }
  return batch.flatMap(({ index }) => outcomes.get(index) ?? []);
}

type EntryAnswer = SendMessageBatchResultEntry | NonNullable<SendMessageBatchResult['Failed']>[number];

async function ask<T>(
  { place, url }: Destination<T>,
  entries: readonly Numbered[],
  options: SendBatchOptions,
): Promise<ReadonlyMap<string | undefined, EntryAnswer>> {
  const Entries = entries.map(({ entry }, at) => ({ Id: String(at), ...entry }));
  const { Successful = [], Failed = [] } = await place.call(
    'sendMessageBatch',
    (native) => native.sendMessageBatch({ QueueUrl: url, Entries }),
    callOptionsOf(options),
  );
  return new Map([...Successful, ...Failed].map((answer) => [answer.Id, answer]));
}

function outcomeOf<T>(
  { place }: Destination<T>,
  { index, entry }: Numbered,
  answer: EntryAnswer | undefined,
): SendOutcome {
  const where = `sendMessageBatch in ${place.target.region}`;
  if (answer !== undefined && 'MessageId' in answer) {
    const error = digestError(entry, answer, where);
    if (error !== undefined) return { index, status: 'failed', error };
    return { index, status: 'sent', id: answer.MessageId ?? '', sequenceNumber: answer.SequenceNumber };
  }
  const {
    Code = 'NoAnswer',
    SenderFault = false,
    Message,
  } = (answer ?? {}) as Partial<NonNullable<SendMessageBatchResult['Failed']>[number]>;
  return { index, status: 'failed', error: new EntryError(where, Code, SenderFault, Message) };
}

/** The SDK's client holds bodies against their MD5; attributes are held here. */
function digestError(
  { MessageAttributes }: WireEntry,
  { MessageId, MD5OfMessageAttributes }: SendMessageBatchResultEntry,
  where: string,
): DigestError | undefined {
  if (MessageAttributes === undefined || MD5OfMessageAttributes === undefined) return undefined;
  if (md5OfAttributes(MessageAttributes) === MD5OfMessageAttributes) return undefined;
  return new DigestError(MessageId, 'attributes', where);
}

function mayBeTriedAgain(outcome: SendOutcome | undefined): boolean {
  return outcome?.status === 'failed' && outcome.error instanceof EntryError && !outcome.error.senderFault;
}
