import type { Domain } from '../store/domain.js';
import type { Item } from '../store/item.js';
import { compile } from './compile.js';
import type { Select } from './expression.js';
import { type Place, placer } from './place.js';
import { plan } from './plan.js';

/** How a select is to be run. */
export interface RunOptions {
  readonly consistent: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where the page before ended. */
  readonly after: Place | undefined;
}

/** The items selected behind a place, in the order asked for. */
export interface Selection {
  readonly items: readonly Item[];
  placeOf(item: Item): Place;
  /** How many items were held against the expression. */
  readonly examined: number;
}

/** Finds what a select expression selects: through an index where one serves, else by a scan. */
export function runSelect(
  { where, orderBy }: Select,
  domain: Domain,
  { consistent, now, after }: RunOptions,
): Selection {
  const matches = compile(where);
  const { placeOf, compare } = placer(orderBy);
  const stale = domain.stale(consistent, now);
  let examined = 0;
  const selected: [Place, Item][] = [];
  const consider = (item: Item): void => {
    examined += 1;
    if (!matches(item)) return;
    const place = placeOf(item);
    if (place && (!after || compare(place, after) > 0)) selected.push([place, item]);
  };
  for (const item of plan(where, domain)?.items() ?? domain.items.values()) if (!stale.has(item.name)) consider(item);
  for (const item of stale.values()) if (item) consider(item);
  selected.sort(([a], [b]) => compare(a, b));
  const places = new Map(selected.map(([place, item]) => [item, place]));
  return {
    items: selected.map(([, item]) => item),
    placeOf: (item) => places.get(item) ?? { name: item.name, key: '' },
    examined,
  };
}
