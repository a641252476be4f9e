import type { Message } from '../messages/message.js';
import type { Queue } from '../queues/queue.js';

/** A message from its receiving to its end. */
export interface Held<T> {
  readonly message: Message<T>;
  readonly queue: Queue<T>;
  /** Until when nobody else can receive it, in ms of `performance.now()`. */
  until: number;
  /** Aborts when it is not to be handled any longer. */
  readonly ended: AbortController;
  /** Whether what becomes of it has been decided: nothing else may be. */
  isSettled: boolean;
}
