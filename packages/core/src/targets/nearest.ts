import { editDistance } from './edit-distance.js';

/** No region's name is longer, and the distance costs the product of the lengths. */
const COMPARED = 64;

/**
 * The name that comes nearest to a mistyped name or glob, upper case and lower case being the same here.
 *
 * Of several equally near ones the first; undefined only when there are no names.
 *
 * @example
 * ```ts
 * nearest('us-east-99', ['eu-west-1', 'us-east-1', 'us-east-2']); // 'us-east-1'
 * nearest('eu-wset-*', ['eu-north-1', 'eu-west-1']); // 'eu-west-1'
 * ```
 */
export function nearest(pattern: string, names: readonly string[]): string | undefined {
  const meant = folded(pattern);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const distance = editDistance(meant, folded(name));
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

function folded(text: string): string {
  return text.slice(0, COMPARED).toLowerCase();
}
