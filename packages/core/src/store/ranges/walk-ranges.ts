import type { ListedPage, PageRequest } from '../listing/listing-source.js';
import type { ListedEntry } from '../listing/row.js';
import { exclusive } from './end.js';
import { Segment } from './segment.js';
import { splitsAllowed } from './splits-allowed.js';
import { Splitter } from './splitter.js';

/** How ranges are walked. */
export interface RangeOptions {
  /** Requests at once. */
  readonly parallel: number;
  /** Whether the pages come in the order of their names. */
  readonly ordered: boolean;
  /** Entries in a full page. */
  readonly pageSize: number;
}

type Page = (request: PageRequest) => Promise<ListedPage>;

/**
 * Lists names by ranges that are found while it goes on: whoever has nothing left to list takes a part of what another one has
 * still before it. A listing of one page is one request, each split costs at most one more, and memory holds two pages or less for
 * each request at once.
 */
export function walkRanges(
  page: Page,
  whole: PageRequest,
  options: RangeOptions,
): AsyncGenerator<readonly ListedEntry[]> {
  return new RangeWalk(page, whole, options).pages();
}

/** Pages of one segment that may wait for the reader; in order, a segment is meant to have no more. */
const PAGES_AHEAD = 8;
/** Pages that may wait for each request at once where their order does not matter. */
const PAGES_WAITING = 2;

class RangeWalk {
  readonly #page: Page;
  readonly #whole: PageRequest;
  readonly #options: RangeOptions;
  readonly #splitter: Splitter;
  /** In the order of their names. */
  readonly #segments: Segment[];
  #fetching = 0;
  #waiting = 0;
  #rows = 0;
  #splits = 0;
  #wake = (): void => {};

  constructor(page: Page, whole: PageRequest, options: RangeOptions) {
    const { prefix, after, before } = whole;
    this.#page = page;
    this.#whole = whole;
    this.#options = options;
    this.#splitter = new Splitter(prefix);
    const end = before === undefined ? undefined : { name: before, inclusive: false };
    this.#segments = [new Segment({ start: after, end, guess: Number.POSITIVE_INFINITY })];
  }

  async *pages(): AsyncGenerator<readonly ListedEntry[]> {
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const page = this.#take();
      if (page === undefined && this.#segments.length === 0) return;
      this.#fetchMore();
      if (page === undefined) await woken;
      else yield page;
    }
  }

  /** The next page to give, if it is there. Segments that have given all are let go. */
  #take(): readonly ListedEntry[] | undefined {
    for (let index = 0; index < this.#segments.length; ) {
      const segment = this.#segments[index];
      const page = segment?.pages.shift();
      if (page !== undefined) {
        this.#waiting -= 1;
        return page;
      }
      if (segment?.failure !== undefined) throw segment.failure.error;
      if (segment?.done) this.#segments.splice(index, 1);
      else if (this.#options.ordered) return undefined;
      else index += 1;
    }
    return undefined;
  }

  #fetchMore(): void {
    const { parallel } = this.#options;
    while (this.#fetching < parallel) {
      const segment = this.#fetchable() ?? this.#split();
      if (segment === undefined) return;
      void this.#fetch(segment);
    }
  }

  /** What the reader waits for comes first; else there has to be room for one more page. */
  #fetchable(): Segment | undefined {
    const [front] = this.#segments;
    if (front?.fetchable && front.pages.length < PAGES_AHEAD) return front;
    if (this.#hasFailed() || !this.#hasRoom()) return undefined;
    return this.#segments.find(({ fetchable, pages }) => fetchable && pages.length < PAGES_AHEAD);
  }

  /** From then on only what the reader waits for is asked for: what comes before the failure is given. */
  #hasFailed(): boolean {
    return this.#segments.some(({ failure }) => failure !== undefined);
  }

  #hasRoom(): boolean {
    const { parallel, ordered } = this.#options;
    return this.#fetching + this.#waiting < parallel * (ordered ? PAGES_AHEAD : PAGES_WAITING);
  }

  async #fetch(segment: Segment): Promise<void> {
    const { at, end, token } = segment;
    segment.fetching = true;
    this.#fetching += 1;
    try {
      const page = await this.#page({
        ...this.#whole,
        after: token === undefined ? at : segment.start,
        before: exclusive(end),
        token,
      });
      this.#accept(segment, page);
    } catch (error) {
      segment.failure = { error };
    }
    segment.fetching = false;
    this.#fetching -= 1;
    this.#wake();
  }

  #accept(segment: Segment, page: ListedPage): void {
    const before = segment.pages.length;
    const within = segment.accept(page);
    this.#rows += within.length;
    this.#waiting += segment.pages.length - before;
    this.#splitter.learn(within);
  }

  /** Takes a part from a segment that has much left. */
  #split(): Segment | undefined {
    const { parallel, pageSize } = this.#options;
    const allowed = splitsAllowed(parallel, Math.floor(this.#rows / pageSize));
    if (this.#hasFailed() || !this.#hasRoom() || this.#splits >= allowed) return undefined;
    for (const { segment, left } of this.#worthSplitting()) {
      const taken = this.#splitter.split(segment, this.#keeps(left));
      if (taken === undefined) continue;
      this.#splits += 1;
      this.#segments.splice(this.#segments.indexOf(segment) + 1, 0, taken);
      return taken;
    }
    return undefined;
  }

  /** How much a segment keeps of what it has left: half, or what is worth having ahead of the reader. */
  #keeps(left: number): number {
    return this.#options.ordered ? Math.min(0.5, (PAGES_AHEAD * this.#options.pageSize) / left) : 0.5;
  }

  /** The segments with the most left come first; in order, the first one that has more than is worth having ahead. */
  #worthSplitting(): readonly Left[] {
    const { pageSize, ordered } = this.#options;
    const some = this.#segments
      .filter((segment) => isSplittable(segment, ordered))
      .map((segment) => ({ segment, left: this.#splitter.remaining(segment) }))
      .filter(({ left }) => left > 2 * pageSize);
    const first = ordered ? some.find(({ left }) => left > 2 * PAGES_AHEAD * pageSize) : undefined;
    some.sort((a, b) => b.left - a.left);
    return first === undefined ? some : [first, ...some];
  }
}

/** A segment and how many names it has still to list, about. */
interface Left {
  readonly segment: Segment;
  readonly left: number;
}

/** In order, what lies far ahead is cut into pieces by its estimate, before anything of it is seen. */
function isSplittable({ done, first, guess, at, unsplittableAt }: Segment, ordered: boolean): boolean {
  if (done || at === undefined || at === unsplittableAt) return false;
  return first !== undefined || (ordered && Number.isFinite(guess));
}
