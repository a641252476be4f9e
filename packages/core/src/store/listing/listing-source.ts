import type { Facts } from '../facts/facts.js';
import type { Field, FieldTypes } from '../facts/field.js';
import type { ListedEntry } from './row.js';

/** What one request of a listing asks for. */
export interface PageRequest {
  readonly prefix: string | undefined;
  readonly delimiter: string | undefined;
  /** Names behind this one; with a `token`, where the whole listing began. */
  readonly after: string | undefined;
  /** Names before this one, as far as the store can tell: others are left out by the reader. */
  readonly before: string | undefined;
  /** Where the page before ended, as the store said it. */
  readonly token: string | undefined;
  /** The inline fields that the entries are to have, and no others. */
  readonly fields: readonly Field[];
  readonly signal: AbortSignal;
}

/** A page of a listing. */
export interface ListedPage {
  readonly entries: readonly ListedEntry[];
  /** Where to go on; `undefined` on the last page. */
  readonly next: string | undefined;
}

/** How a package gives its store to the listing: the requests, each made once for each call. */
export interface ListingSource<F extends Facts> {
  readonly facts: F;
  page(request: PageRequest): Promise<ListedPage>;
  /** All that is known of one object, by one request; `undefined` when there is none of this name. */
  head(name: string, signal: AbortSignal): Promise<{ readonly [K in Field]?: FieldTypes[K] } | undefined>;
  /** How many objects there are, by one request, where `facts.counts` says that there is one. */
  count?(): Promise<number>;
}
