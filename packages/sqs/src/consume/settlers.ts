import type { ReceiptOutcome } from '../batches/change-batch.js';
import type { Queue } from '../queues/queue.js';
import type { Held } from './held.js';
import type { Leases } from './leases.js';
import { Settler } from './settler.js';
import type { Tally } from './tally.js';

/** What deletes a queue's messages, and what gives them back. Both keep them invisible until it is done. */
export function settlersOf<T>(
  queue: Queue<T>,
  leases: Leases<T>,
  tally: Tally,
): { readonly deletes: Settler<T>; readonly returns: Settler<T> } {
  type Ask = (messages: readonly Held<T>['message'][]) => Promise<readonly ReceiptOutcome[]>;
  const settler = (type: 'deleted' | 'returned', ask: Ask) =>
    new Settler<T>(queue, {
      ask: (_, held) => ask(held.map(({ message }) => message)),
      done: (held) => {
        for (const one of held) leases.drop(one);
        tally.settled(queue, type, held);
      },
      failed: (held, error) => {
        leases.drop(held);
        tally.tell(queue, { type: 'lost', id: held.message.id, error });
      },
    });
  return {
    deletes: settler('deleted', (messages) => queue.deleteBatch(messages)),
    returns: settler('returned', (messages) => queue.changeVisibilityBatch(messages, 0)),
  };
}
