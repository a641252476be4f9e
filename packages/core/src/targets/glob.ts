import { checkPattern, isGlob } from './pattern.js';

/**
 * Whether a name matches a glob: `*` is any text, `?` any one character, all else itself, case and all.
 *
 * No pattern is slow: all the ways in which it could match are followed at once, so that a name takes one step for each of
 * its characters, whatever it and the pattern are made of.
 *
 * @throws RegionNameError for a malformed or too long pattern.
 *
 * @example
 * ```ts
 * const european = compileGlob('eu-*');
 * european('eu-west-1'); // true
 * european('us-east-1'); // false
 * ```
 */
export function compileGlob(pattern: string): (name: string) => boolean {
  checkPattern(pattern);
  if (!isGlob(pattern)) return (name) => name === pattern;
  const automaton = automatonOf(pattern);
  return (name) => accepts(automaton, name);
}

/** A set of small numbers, 32 to a word. */
type Bits = Uint32Array;

/** State j means that the pattern's first j symbols, stars not counted, fit what was read. */
interface Automaton {
  readonly end: number;
  /** The states with a star behind them: any character leaves them as they are. */
  readonly stay: Bits;
  /** The states that each letter leads to from the one before; a letter that is not here leads to `wild`. */
  readonly letters: ReadonlyMap<number, Bits>;
  readonly wild: Bits;
}

function automatonOf(pattern: string): Automaton {
  const stay = bits(pattern);
  const wild = bits(pattern);
  const letters = new Map<number, Bits>();
  let end = 0;
  for (const symbol of pattern) {
    if (symbol === '*') add(stay, end);
    else add(symbol === '?' ? wild : bitsOf(letters, symbol, pattern), ++end);
  }
  for (const states of letters.values()) join(states, wild);
  return { end, stay, letters, wild };
}

function accepts({ end, stay, letters, wild }: Automaton, name: string): boolean {
  const reached = new Uint32Array(stay.length);
  add(reached, 0);
  for (let at = 0; at < name.length; at++) {
    advance(reached, letters.get(name.charCodeAt(at)) ?? wild, stay);
  }
  return ((wordOf(reached, end >>> 5) >>> (end & 31)) & 1) === 1;
}

/** One character: each state moves on to the next one if that is among `fitting`, and also remains if it may. */
function advance(reached: Bits, fitting: Bits, stay: Bits): void {
  let carry = 0;
  for (let at = 0; at < reached.length; at++) {
    const word = wordOf(reached, at);
    reached[at] = (((word << 1) | carry) & wordOf(fitting, at)) | (word & wordOf(stay, at));
    carry = word >>> 31;
  }
}

/** Room for the states of a pattern, none of them in it yet. */
function bits(pattern: string): Bits {
  return new Uint32Array((pattern.length >>> 5) + 1);
}

function bitsOf(letters: Map<number, Bits>, letter: string, pattern: string): Bits {
  const code = letter.charCodeAt(0);
  const states = letters.get(code) ?? bits(pattern);
  letters.set(code, states);
  return states;
}

function add(set: Bits, state: number): void {
  set[state >>> 5] = wordOf(set, state >>> 5) | (1 << (state & 31));
}

/** Adds all of another set, made for the same pattern. */
function join(set: Bits, other: Bits): void {
  for (let at = 0; at < set.length; at++) set[at] = wordOf(set, at) | wordOf(other, at);
}

function wordOf(set: Bits, at: number): number {
  return set[at] ?? 0;
}
