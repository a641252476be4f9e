import { isCharacter } from './code-points.js';

/** Places of a name behind which characters are no longer told apart. */
const DEPTHS = 256;
/** Characters that are remembered for a place. */
const CHARACTERS = 512;

/** Classes of which one character makes the others likely: digits, and the letters of hexadecimal numbers. */
const classes: readonly (readonly [number, number])[] = [
  [0x30, 0x39],
  [0x41, 0x46],
  [0x61, 0x66],
];
/** Characters that stand for all those between two that lie far apart. */
const BETWEEN = 64;
/** Letters, of which those between two that were seen are likely. */
const letters: readonly (readonly [number, number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
];

/** Which characters stand at which place of the names that were seen, and so which are likely to stand there in others. */
export class Alphabets {
  readonly #seen: Set<number>[] = [];
  readonly #likely: (readonly number[] | undefined)[] = [];

  add(name: readonly number[]): void {
    const depths = Math.min(name.length, DEPTHS);
    for (let depth = 0; depth < depths; depth += 1) this.#addAt(depth, name[depth] ?? 0);
  }

  /** How many different characters were seen at a place. */
  variety(depth: number): number {
    return this.#seen[depth]?.size ?? 0;
  }

  /** The likely characters of a place as code points, in order. */
  at(depth: number): readonly number[] {
    const known = this.#likely[depth];
    if (known !== undefined) return known;
    const likely = completed(this.#seen[depth] ?? new Set());
    this.#likely[depth] = likely;
    return likely;
  }

  #addAt(depth: number, character: number): void {
    let seen = this.#seen[depth];
    if (seen === undefined) {
      seen = new Set();
      this.#seen[depth] = seen;
    }
    if (seen.has(character) || seen.size >= CHARACTERS) return;
    seen.add(character);
    this.#likely[depth] = undefined;
  }
}

function completed(seen: ReadonlySet<number>): readonly number[] {
  const all = new Set(seen);
  for (const [first, last] of classes) if (within(seen, first, last).length > 0) addRange(all, first, last);
  for (const [first, last] of letters) {
    const some = within(seen, first, last);
    if (some.length > 1) addRange(all, Math.min(...some), Math.max(...some));
  }
  addBetween(all, within(seen, 0x80, 0x10ffff));
  return [...all].sort((a, b) => a - b);
}

/** Of the large alphabets, some characters between the first and the last that were seen. */
function addBetween(all: Set<number>, seen: readonly number[]): void {
  if (seen.length < 2) return;
  const first = Math.min(...seen);
  const step = Math.max(1, Math.floor((Math.max(...seen) - first) / BETWEEN));
  for (let count = 1; count < BETWEEN; count += 1) {
    const character = first + count * step;
    if (isCharacter(character)) all.add(character);
  }
}

function within(seen: ReadonlySet<number>, first: number, last: number): readonly number[] {
  return [...seen].filter((character) => character >= first && character <= last);
}

function addRange(all: Set<number>, first: number, last: number): void {
  for (let character = first; character <= last; character += 1) all.add(character);
}
