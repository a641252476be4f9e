import { checkNames } from '../calls/check-names.js';
import { callOptionsOf, type RequestOptions, requestOptionNames } from '../calls/request-options.js';
import type { QueueHome } from '../queues/queue-home.js';
import { DigestError } from './digest-error.js';
import { md5OfAttributes } from './md5.js';
import { type MessageOptions, wireEntry } from './outgoing.js';

/** What is known of a message that was sent. */
export interface SentMessage {
  readonly id: string;
  readonly region: string;
  /** In FIFO queues: greater than that of every message before it in its group. */
  readonly sequenceNumber: string | undefined;
}

/** How one message is sent. */
export interface SendOptions extends MessageOptions, RequestOptions {}

const names = ['delay', 'groupId', 'deduplicationId', 'attributes', ...requestOptionNames];

/** Sends one message. The SDK's client holds its body against the MD5 that comes back; the attributes are held here. */
export async function send<T>(
  { place, url, codec, bodies }: QueueHome<T>,
  body: T,
  options: SendOptions,
): Promise<SentMessage> {
  checkNames('send(body, options)', options, names);
  const { region } = place.target;
  const entry = await wireEntry({ ...options, body }, { codec, bodies, isFifo: url.endsWith('.fifo') });
  const answer = await place.call(
    'sendMessage',
    (native) => native.sendMessage({ QueueUrl: url, ...entry }),
    callOptionsOf(options),
  );
  const { MessageId: id = '', MD5OfMessageAttributes, SequenceNumber: sequenceNumber } = answer;
  const { MessageAttributes } = entry;
  if (MessageAttributes !== undefined && MD5OfMessageAttributes !== undefined) {
    if (md5OfAttributes(MessageAttributes) !== MD5OfMessageAttributes) {
      throw new DigestError(id, 'attributes', `sendMessage in ${region}`);
    }
  }
  return { id, region, sequenceNumber };
}
