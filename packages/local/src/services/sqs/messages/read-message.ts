import { createHash } from 'node:crypto';
import { ApiError } from '../../../wire/api-error.js';
import type { Queue } from '../queues/queue.js';
import { missing } from '../shapes/shape.js';
import { invalidValue } from '../sqs-error.js';
import { checkMessageAttributes } from './check-message-attributes.js';
import { checkText } from './check-text.js';
import { md5 } from './digests.js';
import type { MessageContent } from './message.js';
import { messageSize } from './message-size.js';
import type { SentMessage } from './sent-message.js';

const ID = /^[!-~]{1,128}$/;
const TRACE = 'AWSTraceHeader';

/** A message for this queue. Throws {@link ApiError} for one that it does not take. */
export function readMessage(queue: Queue, given: SentMessage, senderId: string): MessageContent {
  const { MessageBody: body } = given;
  if (body === '') throw missing('MessageBody');
  checkText(body);
  const attributes = checkMessageAttributes(given.MessageAttributes);
  const { maximumSize } = queue.settings;
  if (messageSize(body, attributes) > maximumSize) {
    throw new ApiError(
      'InvalidParameterValue',
      `One or more parameters are invalid. Reason: Message must be shorter than ${maximumSize} bytes.`,
    );
  }
  checkDelay(queue, given.DelaySeconds);
  return {
    body,
    bodyMd5: md5(body),
    attributes,
    traceHeader: traceHeader(given),
    groupId: groupId(queue, given),
    deduplicationId: deduplicationId(queue, given),
    senderId,
  };
}

function checkDelay({ settings }: Queue, delay: number | undefined): void {
  if (delay === undefined) return;
  if (settings.fifo && delay !== 0) {
    throw invalidValue('DelaySeconds', delay, 'The request include parameter that is not valid for this queue type.');
  }
  if (delay < 0 || delay > 900) throw invalidValue('DelaySeconds', delay, 'DelaySeconds must be >= 0 and <= 900.');
}

function traceHeader({ MessageSystemAttributes: given = {} }: SentMessage): string | undefined {
  for (const [name, { DataType, StringValue }] of Object.entries(given)) {
    if (name !== TRACE) {
      throw new ApiError('InvalidParameterValue', `Message system attribute name '${name}' is invalid.`);
    }
    if (DataType !== 'String' || !StringValue) {
      throw new ApiError('InvalidParameterValue', `The message system attribute '${TRACE}' must be a String.`);
    }
    checkText(StringValue);
  }
  return given[TRACE]?.StringValue;
}

/** In a standard queue a group is for fairness between tenants, and may be left out. */
function groupId({ settings }: Queue, { MessageGroupId: id }: SentMessage): string | undefined {
  if (id === undefined && settings.fifo) throw missing('MessageGroupId');
  if (id !== undefined && !ID.test(id)) throw badId('MessageGroupId', id);
  return id;
}

function deduplicationId({ settings }: Queue, given: SentMessage): string | undefined {
  const { MessageDeduplicationId: id } = given;
  if (!settings.fifo) {
    if (id === undefined) return undefined;
    throw invalidValue(
      'MessageDeduplicationId',
      id,
      'The request include parameter that is not valid for this queue type.',
    );
  }
  if (id === undefined && settings.contentBasedDeduplication) {
    return createHash('sha256').update(given.MessageBody).digest('hex');
  }
  if (id === undefined) {
    throw new ApiError(
      'InvalidParameterValue',
      'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
    );
  }
  if (!ID.test(id)) throw badId('MessageDeduplicationId', id);
  return id;
}

function badId(name: string, id: string): ApiError {
  return invalidValue(
    name,
    id,
    `${name} can only include alphanumeric and punctuation characters. 1 to 128 in length.`,
  );
}
