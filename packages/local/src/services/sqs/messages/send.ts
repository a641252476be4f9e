import type { Queue } from '../queues/queue.js';
import { attributesMd5 } from './digests.js';
import { readMessage } from './read-message.js';
import type { SendAnswer, SentMessage } from './sent-message.js';
import { sequenceNumber } from './sequence-number.js';

/** Sends one message. Throws {@link ApiError} for one that the queue does not take. */
export function send(queue: Queue, given: SentMessage, senderId: string): SendAnswer {
  const content = readMessage(queue, given, senderId);
  const message = queue.send(content, queue.settings.fifo ? undefined : given.DelaySeconds);
  return {
    MD5OfMessageBody: content.bodyMd5,
    MD5OfMessageAttributes: attributesMd5(content.attributes),
    MD5OfMessageSystemAttributes: attributesMd5(given.MessageSystemAttributes ?? {}),
    MessageId: message.id,
    SequenceNumber: queue.settings.fifo ? sequenceNumber(message) : undefined,
  };
}
