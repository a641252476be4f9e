import type { Alphabets } from './alphabets.js';
import { type CodePoints, characterBehind, commonLength } from './code-points.js';

/**
 * A name behind all that begin like the last one that was seen, up to some place: at most as deep as the names of its page still
 * have in common, and halfway down to where the range's end leaves room. Finds where names branch though most of each is the same.
 */
export function branchPoint(
  alphabets: Alphabets,
  last: CodePoints,
  { high, shared, shallowest }: { readonly high: CodePoints | undefined; readonly shared: number; shallowest: number },
): CodePoints | undefined {
  const low = high === undefined ? shallowest : Math.max(shallowest, roomFrom(last, high));
  const depth = Math.min((low + Math.max(low, shared)) >> 1, last.length - 1);
  const character = last[depth];
  if (character === undefined || depth < low) return undefined;
  const next = behind(alphabets, depth, character);
  return next === undefined ? undefined : [...last.slice(0, depth), next];
}

/** The first place at which a greater character still comes before the end. */
function roomFrom(last: CodePoints, high: CodePoints): number {
  const common = commonLength(last, high);
  const next = characterBehind(last[common] ?? 0);
  return next !== undefined && next < (high[common] ?? 0) ? common : common + 1;
}

/**
 * A greater character: the one in the middle of those likely here; where there is none, one as far behind as those that were seen lie
 * apart; the next where all names were alike so far.
 */
function behind(alphabets: Alphabets, depth: number, character: number): number | undefined {
  if (alphabets.variety(depth) < 2) return characterBehind(character);
  const likely = alphabets.at(depth);
  const greater = likely.filter((other) => other > character);
  const middle = greater[greater.length >> 1];
  return middle ?? characterBehind(character, character - (likely[0] ?? character) + 1);
}
