import type { MessageAttributes } from './message-attributes.js';

/** What a sender gives. */
export interface MessageContent {
  readonly body: string;
  readonly bodyMd5: string;
  readonly attributes: MessageAttributes;
  /** The header of X-Ray, the one system attribute that senders may give. */
  readonly traceHeader: string | undefined;
  /** The group; always there in FIFO queues. */
  readonly groupId: string | undefined;
  /** Always there in FIFO queues. */
  readonly deduplicationId: string | undefined;
  /** The account that sent it. */
  readonly senderId: string;
}

/** Where a message is: not to be seen yet, to be received, received, or gone for good. */
type MessageState = 'delayed' | 'visible' | 'inFlight' | 'gone';

/** A message in a queue. */
export interface Message {
  readonly id: string;
  readonly content: MessageContent;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  /** Its place in the order; in FIFO queues senders and receivers are told. */
  readonly sequence: number;
  /** The queue that gave it up, in a dead-letter queue. */
  readonly deadLetterSource: string | undefined;
  state: MessageState;
  receiveCount: number;
  firstReceivedAt: number | undefined;
  lastReceivedAt: number;
}
