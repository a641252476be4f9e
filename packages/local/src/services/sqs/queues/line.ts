import type { Message } from '../messages/message.js';

/** The visible messages of a queue, in the order in which they are received. */
export interface Line {
  /** How many messages are visible, whether or not they can be received now. */
  readonly size: number;
  /** Begins a receive. */
  begin(): void;
  /** The message that this receive is to take next. */
  next(): Message | undefined;
  /** A message became visible: it is new, or was in flight. */
  add(message: Message): void;
  /** A visible message is gone. */
  remove(message: Message): void;
  /** A visible message was received. */
  take(message: Message): void;
  /** A message is in flight no more: it is gone, or will be {@link add}ed. */
  release(message: Message): void;
}
