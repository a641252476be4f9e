import { distance } from 'fastest-levenshtein';

/** A third of the letters may be wrong, and two always. */
const tolerance = 3;
const always = 2;

/** The name that a mistyped one is likely to mean; `undefined` when none is near enough. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const most = Math.max(always, Math.floor(given.length / tolerance));
  let best: string | undefined;
  let least = most + 1;
  for (const name of names) {
    const far = Math.abs(name.length - given.length) > most ? least : distance(given.toLowerCase(), name.toLowerCase());
    if (far < least) [best, least] = [name, far];
  }
  return best;
}
