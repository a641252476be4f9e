import { setMaxListeners } from 'node:events';
import type { AskableField } from '../facts/askable.js';
import type { Facts } from '../facts/facts.js';
import type { Field } from '../facts/field.js';
import type { Plan } from '../plans/plan.js';
import { isBudgetError } from '../requests/budget-error.js';
import { Meter } from '../requests/meter.js';
import { checkListOptions, type GivenListOptions } from './check-list-options.js';
import { type ComparedField, type ComparedOptions, comparedFields } from './compared.js';
import { hydrate } from './hydrate.js';
import type { ListOptions, ListPlanOptions } from './list-options.js';
import type { ListingSource } from './listing-source.js';
import { pagesOf, type Walk } from './pages-of.js';
import { planListing } from './plan-listing.js';
import { type CommonPrefix, type ListedEntry, placeOf, type Row } from './row.js';
import { GeneratedRows, type Rows } from './rows.js';

/** HEAD requests at once, where nobody said how many. */
const HEADS = 32;

/**
 * Lists a bucket or container. A row has its name and the fields that were asked for; a field that costs one request for each key
 * cannot be asked for without a budget, and one that the store does not have not at all: neither compiles.
 *
 * @example
 * ```ts
 * for await (const { name, size } of bucket.list({ prefix: 'logs/', with: ['size'] })) console.log(name, size);
 * ```
 */
export interface Listing<F extends Facts> {
  (): Rows<Row<never>>;
  <const W extends AskableField<F> = never, const D extends string | undefined = undefined>(
    options: ListOptions<F, W, D>,
  ): Rows<Row<W> | (D extends string ? CommonPrefix : never)>;
  /** Every name with what tells whether two objects are the same, in the order of the names, for whoever compares two places. */
  compared(options?: ComparedOptions): Rows<Row<ComparedField>>;
  /** What the same listing would cost. Sends nothing but, where the store can count, the one request that does. */
  plan<const W extends AskableField<F> = never>(options?: ListPlanOptions<W>): Promise<Plan>;
}

/**
 * Makes a store's `list` of its requests.
 *
 * @example
 * ```ts
 * class Bucket {
 *   readonly list: Listing<S3Facts> = listing({ facts: s3Facts, page: …, head: … });
 * }
 * ```
 */
export function listing<F extends Facts>(source: ListingSource<F>): Listing<F> {
  // Which fields the rows have, the caller's own types say.
  const list = (options: GivenListOptions = {}): Rows<never> => rowsOf(source, options) as Rows<never>;
  const plan = (options: ListPlanOptions<Field> = {}): Promise<Plan> => planListing(source, options);
  const compared = (options: ComparedOptions = {}) => list({ ...options, with: comparedFields });
  return Object.assign(list, { plan, compared });
}

function rowsOf(source: ListingSource<Facts>, options: GivenListOptions): Rows<ListedEntry> {
  const asked = checkListOptions(source.facts, options);
  const meter = new Meter(options.budget);
  return new GeneratedRows(
    () => resumable(read({ source, options, asked, meter }), options.after),
    () => meter.spent,
  );
}

/** Some entries at a time: to hand over each by itself costs more than to read it. */
async function* read(walk: Walk): AsyncGenerator<readonly ListedEntry[]> {
  const { options, asked, source, meter } = walk;
  options.signal?.throwIfAborted();
  const left = new AbortController();
  const signal = options.signal === undefined ? left.signal : AbortSignal.any([left.signal, options.signal]);
  // Each request under way listens to it.
  setMaxListeners(0, signal);
  try {
    const pages = pagesOf(walk, signal);
    const { perKey } = asked;
    if (perKey.length === 0) yield* pages;
    else yield* singly(hydrate(flat(pages), metered(source, meter), { perKey, width: options.heads ?? HEADS, signal }));
  } finally {
    left.abort();
  }
}

/** Says in the error of a budget up to which name all was given. */
async function* resumable(
  pages: AsyncGenerator<readonly ListedEntry[]>,
  after: string | undefined,
): AsyncGenerator<readonly ListedEntry[]> {
  let last = after;
  try {
    for await (const page of pages) {
      yield page;
      const end = page.at(-1);
      if (end !== undefined) last = placeOf(end);
    }
  } catch (error) {
    throw isBudgetError(error) ? error.upTo(last) : error;
  }
}

async function* flat(pages: AsyncIterable<readonly ListedEntry[]>): AsyncGenerator<ListedEntry> {
  for await (const page of pages) yield* page;
}

async function* singly(entries: AsyncIterable<ListedEntry>): AsyncGenerator<readonly ListedEntry[]> {
  for await (const entry of entries) yield [entry];
}

function metered(source: ListingSource<Facts>, meter: Meter): ListingSource<Facts> {
  return { ...source, head: (name, signal) => meter.run(() => source.head(name, signal)) };
}
