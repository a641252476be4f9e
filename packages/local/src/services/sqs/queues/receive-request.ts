import type { Message } from '../messages/message.js';

/** What one receive asks for. */
export interface ReceiveRequest {
  readonly most: number;
  /** Seconds. */
  readonly visibilityTimeout: number;
  /** Seconds. */
  readonly waitTime: number;
  /** The name that a FIFO queue's client gave this receive, to repeat it if the answer gets lost. */
  readonly attemptId: string | undefined;
  /** Calls back when the caller leaves; gives what takes that back. */
  readonly onGone: (call: () => void) => () => void;
}

/** A message and the handle of this receive. */
export interface Received {
  readonly message: Message;
  readonly handle: string;
  /** How often it has been received, this time included. */
  readonly receive: number;
}
