import type { Domain } from '../store/domain.js';
import type { Item } from '../store/item.js';
import { compile } from './compile.js';
import { Effort } from './effort.js';
import type { Select } from './expression.js';
import { type Place, placer } from './place.js';
import { type Candidates, plan } from './plan.js';
import { type Placed, walk } from './walk.js';

/** How a select is to be run. */
export interface RunOptions {
  readonly consistent: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where the page before ended. */
  readonly after: Place | undefined;
  /** How many items will be taken at most. */
  readonly most?: number | undefined;
  readonly effort?: Effort | undefined;
}

/** The items that a select expression selects behind a place, in the order asked for, found as they are taken. */
export function* runSelect(
  { where, orderBy }: Select,
  domain: Domain,
  { consistent, now, after, most = Number.POSITIVE_INFINITY, effort = new Effort() }: RunOptions,
): Generator<Placed> {
  const matches = compile(where);
  const { placeOf, compare } = placer(orderBy);
  const stale = domain.stale(consistent, now);
  const sorted = (items: Iterable<Item>): Placed[] => {
    const placed: Placed[] = [];
    for (const item of items) {
      if (effort.spend()) throw Effort.over();
      const place = matches(item) ? placeOf(item) : undefined;
      if (place && (!after || compare(place, after) > 0)) placed.push({ item, place });
    }
    return placed.sort((a, b) => compare(a.place, b.place));
  };
  const current = (items: Iterable<Item>) => [...items].filter(({ name }) => !stale.has(name));
  const candidates = plan(where, domain);
  const old = sorted([...stale.values()].filter((item) => item !== undefined));
  if (candidates && isNarrow(candidates, domain, most)) {
    yield* merged(sorted(current(candidates.items())), old, compare);
    return;
  }
  const walked = filtered(walk(domain, orderBy, after), ({ item }) => !stale.has(item.name) && matches(item), effort);
  yield* merged(walked, old, compare);
}

/** Whether to sort the candidates costs less than to look at items in order until there are enough. */
function isNarrow({ size }: Candidates, { items }: Domain, most: number): boolean {
  const looked = Math.min(items.size, (most * items.size) / Math.max(size, 1));
  return 2 * size <= looked;
}

/** Ends where the time is over, and says where. */
function* filtered(placed: Iterable<Placed>, fits: (one: Placed) => boolean, effort: Effort): Generator<Placed> {
  for (const one of placed) {
    if (fits(one)) yield one;
    if (effort.spend()) {
      effort.stoppedAt = one.place;
      return;
    }
  }
}

/** Both, each in order, in one order. */
function* merged(
  all: Iterable<Placed>,
  few: readonly Placed[],
  compare: (a: Place, b: Place) => number,
): Generator<Placed> {
  let at = 0;
  for (const one of all) {
    for (let next = few[at]; next && compare(next.place, one.place) < 0; next = few[at]) {
      yield next;
      at += 1;
    }
    yield one;
  }
  yield* few.slice(at);
}
