import type { Alphabets } from './alphabets.js';
import { type CodePoints, commonLength } from './code-points.js';

/** Enough to tell names apart, and little enough for the exactness of a double. */
const PRECISION = 2 ** 48;

/**
 * Names between two as fractions: each character is a digit, in the base of the likely characters of its place. Characters that both
 * ends begin with say nothing and are left out.
 */
export class Interpolation {
  readonly #alphabets: Alphabets;
  readonly #common: CodePoints;
  readonly #low: number;
  readonly #high: number;

  constructor(alphabets: Alphabets, low: CodePoints, high: CodePoints) {
    this.#alphabets = alphabets;
    this.#common = low.slice(0, commonLength(low, high));
    this.#low = this.#value(low);
    this.#high = this.#value(high);
  }

  /** How far a name is on the way from the lower end, 0, to the upper one, 1. */
  fraction(name: CodePoints): number {
    const span = this.#high - this.#low;
    return span <= 0 ? 1 : Math.min(1, Math.max(0, (this.#value(name) - this.#low) / span));
  }

  /** A name at this fraction of the way; it may come out as one of the ends, or beyond them. */
  name(fraction: number): CodePoints {
    const points = [...this.#common];
    let rest = this.#low + fraction * (this.#high - this.#low);
    for (let precision = 1; precision < PRECISION; ) {
      const characters = this.#alphabets.at(points.length);
      const base = characters.length + 2;
      const digit = Math.min(Math.floor(rest * base), characters.length);
      const character = characters[digit - 1];
      if (character === undefined) break;
      points.push(character);
      rest = rest * base - digit;
      precision *= base;
    }
    return points;
  }

  #value(name: CodePoints): number {
    let value = 0;
    let precision = 1;
    for (let depth = this.#common.length; depth < name.length && precision < PRECISION; depth += 1) {
      const characters = this.#alphabets.at(depth);
      precision *= characters.length + 2;
      value += (rank(characters, name[depth] ?? 0) + 1) / precision;
    }
    return value;
  }
}

/** How many of the sorted characters come before this one. */
function rank(characters: readonly number[], character: number): number {
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((characters[middle] ?? 0) < character) low = middle + 1;
    else high = middle;
  }
  return low;
}
