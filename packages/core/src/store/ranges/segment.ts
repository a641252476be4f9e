import type { ListedPage } from '../listing/listing-source.js';
import { type ListedEntry, placeOf } from '../listing/row.js';
import { StuckListingError } from '../listing/stuck-listing-error.js';
import { compareUtf8 } from '../text/compare-utf8.js';
import { codePoints, commonLength } from './code-points.js';
import { type End, isPastEnd } from './end.js';

/** What a range begins with. */
interface Beginning {
  /** Names behind this one are in the range. */
  readonly start: string | undefined;
  readonly end: End | undefined;
  /** How many names it has, by a guess. */
  readonly guess: number;
  /** The segment that it was taken from. */
  readonly parent?: Segment | undefined;
}

/** A range of names that is listed by requests of its own, one after the other. */
export class Segment {
  readonly start: string | undefined;
  /** How many names it has, by a guess made before any of them was seen. */
  guess: number;
  /** The first name that it has. */
  first: string | undefined;
  /** Pages that were listed and not yet given. */
  readonly pages: (readonly ListedEntry[])[] = [];
  end: End | undefined;
  /** The name up to which it is listed. */
  at: string | undefined;
  /** Where the store goes on. */
  token: string | undefined;
  rows = 0;
  /** How many characters all names of the last page begin with. */
  shared = 0;
  /** Parts taken from it, one after the other, that had nothing in them. */
  misses = 0;
  fetching = false;
  done = false;
  failure: { readonly error: unknown } | undefined;
  /** Where it could not be split, not to be tried again before it has gone on. */
  unsplittableAt: string | undefined;
  readonly #parent: Segment | undefined;

  constructor({ start, end, guess, parent }: Beginning) {
    this.start = start;
    this.at = start;
    this.end = end;
    this.guess = guess;
    this.#parent = parent;
  }

  get fetchable(): boolean {
    return !this.fetching && !this.done && this.failure === undefined;
  }

  /** Takes in a page, without what is not in the range, and gives back what is. */
  accept({ entries, next }: ListedPage): readonly ListedEntry[] {
    this.#checkOrder(entries);
    const within = this.#within(entries);
    this.#tellParent(within.length);
    this.rows += within.length;
    this.done = next === undefined || within.length < entries.length;
    this.token = next;
    this.#goOn(within);
    return within;
  }

  #goOn(within: readonly ListedEntry[]): void {
    const [first, last] = [within[0], within.at(-1)];
    if (first === undefined || last === undefined) return;
    this.first ??= placeOf(first);
    this.at = placeOf(last);
    this.shared = commonLength(codePoints(placeOf(first)), codePoints(this.at));
    this.pages.push(within);
  }

  #within(entries: readonly ListedEntry[]): readonly ListedEntry[] {
    const last = entries.at(-1);
    if (last === undefined || !isPastEnd(placeOf(last), this.end)) return entries;
    return entries.filter((entry) => !isPastEnd(placeOf(entry), this.end));
  }

  #tellParent(found: number): void {
    if (this.rows > 0 || this.#parent === undefined) return;
    this.#parent.misses = found > 0 ? 0 : this.#parent.misses + 1;
  }

  #checkOrder([first]: readonly ListedEntry[]): void {
    if (first === undefined || this.at === undefined || compareUtf8(placeOf(first), this.at) > 0) return;
    throw new StuckListingError(this.at);
  }
}
