import type { Message } from '../messages/message.js';
import type { Queue } from '../queues/queue.js';
import type { Source } from './source.js';

/** A message from its receiving to its end. */
export class Held<T> {
  readonly message: Message<T>;
  readonly source: Source<T>;
  /** Until when nobody else can receive it, in ms of `performance.now()`. */
  until: number;
  /** Whether what becomes of it has been decided: nothing else may be. */
  isSettled = false;
  #ending: AbortController | undefined;

  constructor(message: Message<T>, source: Source<T>, until: number) {
    this.message = message;
    this.source = source;
    this.until = until;
  }

  get queue(): Queue<T> {
    return this.source.queue;
  }

  /** Aborts when it is not to be handled any longer. Made for those who ask for it: most handlers never do. */
  get signal(): AbortSignal {
    this.#ending ??= new AbortController();
    return this.#ending.signal;
  }

  /** Lets its handler know that it is not to be handled any longer. */
  end(reason: unknown): void {
    this.#ending ??= new AbortController();
    this.#ending.abort(reason);
  }
}
