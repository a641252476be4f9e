import { ConsumedError } from '../../errors/consumed-error.js';
import type { Spent } from '../requests/meter.js';

/**
 * The entries of a listing: lazy, and read once. Leaving the loop stops what is under way.
 *
 * Ends with a `BudgetError` where the budget ends, with what the store's client throws, or with the reason of its signal.
 */
export interface Rows<T> extends AsyncIterable<T> {
  /** Requests that were sent so far. */
  readonly spent: Spent;
  /** All entries, in memory. */
  toArray(): Promise<readonly T[]>;
}

/** Entries that a generator gives. */
export class GeneratedRows<T> implements Rows<T> {
  readonly #spent: () => Spent;
  #entries: (() => AsyncGenerator<T>) | undefined;

  constructor(entries: () => AsyncGenerator<T>, spent: () => Spent) {
    this.#entries = entries;
    this.#spent = spent;
  }

  get spent(): Spent {
    return this.#spent();
  }

  [Symbol.asyncIterator](): AsyncGenerator<T> {
    const entries = this.#entries;
    if (entries === undefined) throw new ConsumedError('the listing was read already, and is not kept: list once more');
    this.#entries = undefined;
    return entries();
  }

  async toArray(): Promise<readonly T[]> {
    const all: T[] = [];
    for await (const entry of this) all.push(entry);
    return all;
  }
}
