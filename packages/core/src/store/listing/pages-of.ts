import type { Facts } from '../facts/facts.js';
import { walkRanges } from '../ranges/walk-ranges.js';
import type { Meter } from '../requests/meter.js';
import { compareUtf8 } from '../text/compare-utf8.js';
import type { GivenListOptions } from './check-list-options.js';
import type { AskedFields } from './list-options.js';
import type { ListedPage, ListingSource, PageRequest } from './listing-source.js';
import { isSplit } from './plan-listing.js';
import { type ListedEntry, placeOf } from './row.js';
import { StuckListingError } from './stuck-listing-error.js';

/** One listing that is to be read. */
export interface Walk {
  readonly source: ListingSource<Facts>;
  readonly options: GivenListOptions;
  readonly asked: AskedFields;
  readonly meter: Meter;
}

/** Ranges at once, where nobody said how many. */
const PARALLEL = 16;

/** The pages of a listing without what takes a request for each entry: one after the other, or by ranges. */
export function pagesOf(
  { source, options, asked, meter }: Walk,
  signal: AbortSignal,
): AsyncGenerator<readonly ListedEntry[]> {
  const { prefix, delimiter, after, before } = options;
  const whole: PageRequest = { prefix, delimiter, after, before, token: undefined, fields: asked.inline, signal };
  const page = (request: PageRequest) => meter.run(() => source.page(request));
  const parallel = options.parallel ?? (options.budget === undefined ? PARALLEL : 1);
  if (parallel === 1 || !isSplit(source.facts, options)) return inOnePiece(page, whole);
  return walkRanges(page, whole, { parallel, ordered: options.ordered ?? true, pageSize: source.facts.page });
}

async function* inOnePiece(
  page: (request: PageRequest) => Promise<ListedPage>,
  whole: PageRequest,
): AsyncGenerator<readonly ListedEntry[]> {
  let token: string | undefined;
  do {
    const { entries, next } = await page({ ...whole, token });
    const within = inside(entries, whole);
    yield within;
    if (within.length < entries.length && isPast(entries.at(-1), whole.before)) return;
    if (next !== undefined && next === token) throw new StuckListingError(next);
    token = next;
  } while (token !== undefined);
}

/** Leaves out what is not between the two names: where a store has no end bound, and prefixes that begin before the first. */
function inside(entries: readonly ListedEntry[], { after, before }: PageRequest): readonly ListedEntry[] {
  if (after === undefined && before === undefined) return entries;
  return entries.filter(
    (entry) => (after === undefined || compareUtf8(placeOf(entry), after) > 0) && !isPast(entry, before),
  );
}

function isPast(entry: ListedEntry | undefined, before: string | undefined): boolean {
  return entry !== undefined && before !== undefined && compareUtf8(placeOf(entry), before) >= 0;
}
