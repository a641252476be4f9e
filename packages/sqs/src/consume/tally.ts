import type { ConsumeEvent, ConsumeReport } from './consume-event.js';

/** Where an event happens: a queue, or what would be one. */
interface Somewhere {
  readonly region: string;
  readonly name: string;
}

type WithoutPlace<E> = E extends unknown ? Omit<E, 'region' | 'queue'> : never;

/** Tells what a consumer does, and adds it up. */
export class Tally {
  readonly #counts = { received: 0, handled: 0, failed: 0, deleted: 0, returned: 0, duplicates: 0, lost: 0 };
  readonly #listener: (event: ConsumeEvent) => void;

  constructor(listener: (event: ConsumeEvent) => void) {
    this.#listener = listener;
  }

  tell({ region, name: queue }: Somewhere, event: WithoutPlace<ConsumeEvent>): void {
    const whole = { region, queue, ...event } as ConsumeEvent;
    this.#count(whole);
    this.#listener(whole);
  }

  report(): ConsumeReport {
    return { ...this.#counts };
  }

  #count(event: ConsumeEvent): void {
    const counts = this.#counts;
    if (event.type === 'received' || event.type === 'deleted' || event.type === 'returned') {
      counts[event.type] += event.messages;
    } else if (event.type === 'handled' || event.type === 'failed' || event.type === 'lost') counts[event.type] += 1;
    else if (event.type === 'duplicate') counts.duplicates += 1;
  }
}
