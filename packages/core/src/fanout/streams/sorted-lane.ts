import type { Lane, LaneStep } from './lane.js';
import type { LaneItems } from './lane-items.js';
import type { Ending, LanePage } from './lane-tally.js';

/** The items of one lane that is in order, its next item always at hand, and its next page fetched ahead. */
export class SortedLane<P, T> {
  readonly lane: Lane<P>;
  readonly #items: LaneItems<P, T>;
  readonly #requireOrder: (before: T, after: T, lane: Lane<P>) => void;
  #page: { readonly page: LanePage<P>; readonly rest: Iterator<T> } | undefined;
  #next: Promise<LaneStep<P>>;
  #head: { readonly value: T } | undefined;

  constructor(lane: Lane<P>, items: LaneItems<P, T>, requireOrder: (before: T, after: T, lane: Lane<P>) => void) {
    this.lane = lane;
    this.#items = items;
    this.#requireOrder = requireOrder;
    this.#next = lane.next();
  }

  /** The item at hand: there is one once {@link SortedLane.turnPage} or {@link SortedLane.advance} said so. */
  get head(): T {
    return (this.#head as { readonly value: T }).value;
  }

  /** Goes on to the next item of the page; false when the page has no more. */
  advance(): boolean {
    if (this.#page === undefined) return false;
    const { done, value } = this.#page.rest.next();
    if (done === true) {
      this.lane.tally.finished(this.#page.page);
      this.#page = undefined;
      return false;
    }
    if (this.#head !== undefined) this.#requireOrder(this.#head.value, value, this.lane);
    this.#head = { value };
    return true;
  }

  /** Goes on to the first item of the next page that has one; gives the ending where there is none. */
  async turnPage(): Promise<Ending | undefined> {
    do {
      const step = await this.#next;
      if ('ending' in step) return step.ending;
      this.#next = this.lane.next();
      this.#page = { page: step.page, rest: this.#items.of(step.page.value, this.lane.target)[Symbol.iterator]() };
    } while (!this.advance());
    return undefined;
  }
}
