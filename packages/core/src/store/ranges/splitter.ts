import { type ListedEntry, placeOf } from '../listing/row.js';
import { compareUtf8 } from '../text/compare-utf8.js';
import { Alphabets } from './alphabets.js';
import { branchPoint } from './branching.js';
import { type CodePoints, codePoints, nameOf } from './code-points.js';
import { isPastEnd } from './end.js';
import { Interpolation } from './interpolation.js';
import { Segment } from './segment.js';

/** One name of so many is looked at for its characters. */
const SAMPLE = 16;

/** Decides where a range is split, by the names that were seen. */
export class Splitter {
  readonly #alphabets = new Alphabets();
  readonly #prefix: number;

  /** @param prefix what all names begin with */
  constructor(prefix = '') {
    this.#prefix = codePoints(prefix).length;
  }

  learn(entries: readonly ListedEntry[]): void {
    for (let at = 0; at < entries.length; at += SAMPLE) this.#learn(entries[at]);
    this.#learn(entries.at(-1));
  }

  /** How many names a segment has still to list, about. */
  remaining(segment: Segment): number {
    const { at, first, rows, guess } = segment;
    if (at === undefined || first === undefined) return guess;
    const high = highOf(segment);
    if (high === undefined) return Number.POSITIVE_INFINITY;
    const done = new Interpolation(this.#alphabets, codePoints(first), high).fraction(codePoints(at));
    return done === 0 ? Number.POSITIVE_INFINITY : (rows * (1 - done)) / done;
  }

  /**
   * Takes the names behind a point from a segment as one of their own; `undefined` where no such point was found.
   * @param keeps how much of what is left the segment keeps, from 0 to 1
   */
  split(segment: Segment, keeps: number): Segment | undefined {
    const point = this.#point(segment, keeps);
    if (point === undefined) {
      segment.unsplittableAt = segment.at;
      return undefined;
    }
    const left = this.remaining(segment);
    const taken = new Segment({ start: point, end: segment.end, guess: left * (1 - keeps), parent: segment });
    segment.guess = left * keeps;
    segment.end = { name: point, inclusive: true };
    return taken;
  }

  #point(segment: Segment, keeps: number): string | undefined {
    if (segment.at === undefined) return undefined;
    const points = this.#between(segment, codePoints(segment.at), keeps);
    if (points === undefined) return undefined;
    const name = nameOf(points);
    return compareUtf8(name, segment.at) > 0 && !isAtEnd(name, segment) ? name : undefined;
  }

  #between(segment: Segment, low: CodePoints, keeps: number): CodePoints | undefined {
    const high = highOf(segment);
    if (high !== undefined && segment.misses % 2 === 0) {
      return new Interpolation(this.#alphabets, low, high).name(keeps);
    }
    return branchPoint(this.#alphabets, low, { high, shared: segment.shared, shallowest: this.#prefix });
  }

  #learn(entry: ListedEntry | undefined): void {
    if (entry !== undefined) this.#alphabets.add(codePoints(placeOf(entry)));
  }
}

function highOf({ end }: Segment): CodePoints | undefined {
  return end === undefined ? undefined : codePoints(end.name);
}

function isAtEnd(name: string, { end }: Segment): boolean {
  return isPastEnd(name, end) || name === end?.name;
}
