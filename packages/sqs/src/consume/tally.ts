import type { Message } from '../messages/message.js';
import type { ConsumeEvent, ConsumeReport } from './consume-event.js';
import type { Held } from './held.js';

/** Where an event happens: a queue, or what would be one. */
interface Somewhere {
  readonly region: string;
  readonly name: string;
}

type WithoutPlace<E> = E extends unknown ? Omit<E, 'region' | 'queue'> : never;
type Counted = 'received' | 'handled' | 'failed' | 'deleted' | 'returned' | 'lost';
type Single = Exclude<ConsumeEvent, { readonly ids: readonly string[] } | { readonly type: 'handled' }>;

/** Tells what a consumer does, and adds it up. Events are made only where somebody hears them. */
export class Tally {
  readonly #counts = { received: 0, handled: 0, failed: 0, deleted: 0, returned: 0, duplicates: 0, lost: 0 };
  readonly #listener: ((event: ConsumeEvent) => void) | undefined;

  constructor(listener: ((event: ConsumeEvent) => void) | undefined) {
    this.#listener = listener;
  }

  /** A poll brought these. */
  received(where: Somewhere, messages: readonly Message<unknown>[]): void {
    this.#counts.received += messages.length;
    this.#tellOf(where, 'received', messages);
  }

  /** Something was done to these. */
  settled<T>(where: Somewhere, type: 'deleted' | 'returned' | 'extended', held: readonly Held<T>[]): void {
    if (type !== 'extended') this.#counts[type] += held.length;
    if (this.#listener === undefined) return;
    this.#tellOf(
      where,
      type,
      held.map(({ message }) => message),
    );
  }

  /** A handler that began at this time was done with it, and took so many milliseconds. */
  handled<T>({ message, queue }: Held<T>, beganAt: number, took: number): void {
    this.#counts.handled += 1;
    if (this.#listener === undefined) return;
    const lag = message.sentAt === undefined ? undefined : Math.max(0, beganAt - message.sentAt.getTime());
    this.#tell(queue, { type: 'handled', id: message.id, lag, took });
  }

  /** Something befell one message, or a region. */
  tell(where: Somewhere, event: WithoutPlace<Single>): void {
    if (event.type === 'duplicate') this.#counts.duplicates += 1;
    else if (event.type === 'failed' || event.type === 'lost') this.#counts[event.type] += 1;
    this.#tell(where, event);
  }

  report(): ConsumeReport {
    return { ...this.#counts };
  }

  #tellOf(where: Somewhere, type: Counted | 'extended', messages: readonly { readonly id: string }[]): void {
    if (this.#listener === undefined) return;
    const ids = messages.map(({ id }) => id);
    this.#tell(where, { type, messages: ids.length, ids } as WithoutPlace<ConsumeEvent>);
  }

  #tell({ region, name: queue }: Somewhere, event: WithoutPlace<ConsumeEvent>): void {
    this.#listener?.({ region, queue, ...event } as ConsumeEvent);
  }
}
