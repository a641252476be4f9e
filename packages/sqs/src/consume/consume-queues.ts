import type { Message } from '../messages/message.js';
import type { Queue } from '../queues/queue.js';
import { consumeEach, consumeWith, type MessageHandler, type Run } from './consume.js';
import type { ConsumeReport } from './consume-event.js';
import { type ConsumeOptions, termsOf } from './consume-options.js';

/** What `consume` gives: messages one at a time, or with a handler what became of all. */
export type Consumption<T> = AsyncGenerator<Message<T>, void, undefined> | Promise<ConsumeReport>;

/** Consumes queues that are known. */
export function overQueues<T>(queues: readonly Queue<T>[]): Run<T> {
  return (make) => make(queues).run();
}

/** Consumes by a handler where there is one, else by a loop. */
export function consumption<T>(
  run: Run<T>,
  handler: MessageHandler<T> | undefined,
  options: ConsumeOptions<T>,
): Consumption<T> {
  const terms = termsOf(options);
  return handler === undefined ? consumeEach(run, terms) : consumeWith(run, handler, terms);
}
