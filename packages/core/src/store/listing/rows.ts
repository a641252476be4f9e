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
  /** The same entries as many at a time as came together, for whoever reads millions: to be handed each by itself costs more than to have it. */
  pages(): AsyncIterable<readonly T[]>;
  /** All entries, in memory. */
  toArray(): Promise<readonly T[]>;
}

/** Entries that a generator gives, some at a time. */
export class GeneratedRows<T> implements Rows<T> {
  readonly #spent: () => Spent;
  #pages: (() => AsyncGenerator<readonly T[]>) | undefined;

  constructor(pages: () => AsyncGenerator<readonly T[]>, spent: () => Spent) {
    this.#pages = pages;
    this.#spent = spent;
  }

  get spent(): Spent {
    return this.#spent();
  }

  [Symbol.asyncIterator](): AsyncIterator<T> {
    return new RowIterator(this.#taken());
  }

  pages(): AsyncIterable<readonly T[]> {
    return { [Symbol.asyncIterator]: () => this.#taken() };
  }

  async toArray(): Promise<readonly T[]> {
    const all: T[] = [];
    for await (const page of this.pages()) for (const entry of page) all.push(entry);
    return all;
  }

  #taken(): AsyncGenerator<readonly T[]> {
    const pages = this.#pages;
    if (pages === undefined) throw new ConsumedError('the listing was read already, and is not kept: list once more');
    this.#pages = undefined;
    return pages();
  }
}

/** Gives what it has at once: a generator would wait three times for each entry. */
class RowIterator<T> implements AsyncIterator<T> {
  readonly #pages: AsyncGenerator<readonly T[]>;
  #page: readonly T[] = [];
  #at = 0;
  #turning: Promise<unknown> = Promise.resolve();

  constructor(pages: AsyncGenerator<readonly T[]>) {
    this.#pages = pages;
  }

  next(): Promise<IteratorResult<T>> {
    if (this.#at >= this.#page.length) return this.#inTurn(() => this.#nextOfNextPage());
    const value = this.#page[this.#at] as T;
    this.#at += 1;
    return Promise.resolve({ done: false, value });
  }

  async return(): Promise<IteratorResult<T>> {
    this.#page = [];
    await this.#pages.return(undefined);
    return { done: true, value: undefined };
  }

  /** Whoever asks again before he was answered gets what comes behind that. */
  #inTurn(ask: () => Promise<IteratorResult<T>>): Promise<IteratorResult<T>> {
    const answer = this.#turning.then(ask);
    this.#turning = answer.catch(() => 'it was told of');
    return answer;
  }

  async #nextOfNextPage(): Promise<IteratorResult<T>> {
    while (this.#at >= this.#page.length) {
      const { done, value } = await this.#pages.next();
      if (done === true) return { done: true, value: undefined };
      this.#page = value;
      this.#at = 0;
    }
    return this.next();
  }
}
