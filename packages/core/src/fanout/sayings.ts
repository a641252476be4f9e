import type { Failure, FailureStatus } from './outcome.js';
import { placeOf } from './place.js';

const shownPlaces = 3;

/** What some targets' failures have in common. */
export interface Saying {
  readonly places: readonly string[];
  readonly status: FailureStatus;
  /** The first line of the error's message, else its name. */
  readonly said: string;
}

/** The failures, together where they say the same, but for the name of their region: what is wrong everywhere is said once. */
export function sayingsOf(failures: readonly Failure[]): readonly Saying[] {
  const groups = new Map<string, Saying & { readonly places: string[] }>();
  for (const { target, status, error } of failures) {
    const said = error.message.split('\n', 1)[0] || error.name;
    const key = `${status} ${said.replaceAll(target.region, '')}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { places: [placeOf(target)], status, said });
    else known.places.push(placeOf(target));
  }
  return [...groups.values()];
}

/** For people: `eu-west-1, eu-west-2 and 3 more denied (not yours)`. */
export function sayingText({ places, status, said }: Saying, longest: number): string {
  const short = said.length > longest ? `${said.slice(0, longest - 1)}…` : said;
  return `${listed(places, shownPlaces, ', ')} ${status} (${short})`;
}

/** The first of them, and how many more there are. */
export function listed(items: readonly string[], most: number, separator: string): string {
  const rest = items.length - most;
  return items.slice(0, most).join(separator) + (rest > 0 ? ` and ${rest} more` : '');
}
