export { isQueueAddressError, QueueAddressError } from './addresses/queue-address-error.js';
export { parseQueueAddress, type QueueAddress } from './addresses/queue-address.js';
export type { AddressOptions } from './addresses/queue-by-address.js';
export type { ReceiptOutcome } from './batches/change-batch.js';
export { EntryError, isEntryError } from './batches/entry-error.js';
export type { SendOutcome } from './batches/entry-outcome.js';
export type { MessageSource, SendBatchOptions } from './batches/send-batch.js';
export { isSendBatchError, SendBatchError } from './batches/send-batch-error.js';
export type { SendReport } from './batches/send-report.js';
export type { BodyPlace, LargeBodies, LargeBodyStore } from './bodies/large-body-store.js';
export type { RequestOptions } from './calls/request-options.js';
export type { CreateQueueOptions } from './creating/create-queue.js';
export { isQueueDiffersError, QueueDiffersError, type SettingDifference } from './creating/queue-differs-error.js';
export { DumpFormatError, isDumpFormatError } from './dump/dump-format-error.js';
export type { DumpOptions, DumpReport } from './dump/dump-queue.js';
export type { LoadOptions } from './dump/load-queue.js';
export { isRepeatingTokenError, RepeatingTokenError } from './errors/repeating-token-error.js';
export { isSqsError, SqsError } from './errors/sqs-error.js';
export { isUnexpectedAnswerError, UnexpectedAnswerError } from './errors/unexpected-answer-error.js';
export type { PagingOptions } from './listing/paging-options.js';
export {
  base64,
  base64Json,
  type Codec,
  CodecError,
  DigestError,
  isCodecError,
  isDigestError,
} from './messages/index.js';
export { isMessage, json, Message, raw } from './messages/index.js';
export type { AttributeInput, MessageOptions, OutgoingMessage, ReceiveOptions } from './messages/index.js';
export type { SendOptions, SentMessage, TypedAttribute } from './messages/index.js';
export type { QueuePage, QueuesOptions } from './queues/list-queues.js';
export { isQueue, Queue, type Reading } from './queues/queue.js';
export { Redrive, type RedriveOptions, type RedriveProgress } from './redrive/redrive.js';
export type { QueueAttributes, QueueCounts } from './settings/queue-attributes.js';
export type { Policy, QueueSettings, RedriveAllowPolicy, RedrivePolicy } from './settings/queue-settings.js';
export { type SqsExtras, type SqsOptions, type SqsSet, sqs } from './sqs.js';
export { SqsRegion } from './sqs-region.js';
