import type { PerKeyField } from '../facts/askable.js';
import type { Facts } from '../facts/facts.js';
import type { Field } from '../facts/field.js';
import type { Budget } from '../requests/budget.js';

/** Which names are listed, and what is to be known of each. */
export interface ListChoice<W extends Field, D extends string | undefined = string | undefined> {
  /** Names that begin with this. @defaultValue all */
  readonly prefix?: string | undefined;
  /** Names that go on behind the prefix with this are one entry together, a `CommonPrefix`. @defaultValue none */
  readonly delimiter?: D;
  /** Names behind this one, in the order of UTF-8 bytes. @defaultValue from the first */
  readonly after?: string | undefined;
  /** Names before this one. @defaultValue to the last */
  readonly before?: string | undefined;
  /** What each row is to have beside the name. @defaultValue nothing */
  readonly with?: readonly W[] | undefined;
  /**
   * Ranges of names that are listed at once, each by its own requests. A listing of more than one page is split as it runs, for at
   * most one more request each time; one with a delimiter is not.
   * @defaultValue 16, or 1 with a budget
   */
  readonly parallel?: number | undefined;
  /** HEAD requests at once, for fields that are not in the listing. @defaultValue 32 */
  readonly heads?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** With a budget the names come in order, so that it can be gone on behind the last one. */
interface Budgeted {
  /** Stops before the request that would be too much, with a `BudgetError` that says where to go on. */
  readonly budget: Budget;
  readonly ordered?: true | undefined;
}

interface Unbudgeted {
  readonly budget?: undefined;
  /** Whether names come in the order of their UTF-8 bytes; `false` is faster over many pages. @defaultValue true */
  readonly ordered?: boolean | undefined;
}

/** Options of a listing. A field that may cost one request for each key makes `budget` a required one. */
export type ListOptions<F extends Facts, W extends Field, D extends string | undefined = undefined> = ListChoice<W, D> &
  (Extract<W, PerKeyField<F>> extends never ? Budgeted | Unbudgeted : Budgeted);

/** Options of a plan of a listing. */
export interface ListPlanOptions<W extends Field> extends ListChoice<W> {
  /** How many entries the listing will have, if that is known. @defaultValue what the store can say by one request, if it can */
  readonly expectKeys?: number | undefined;
}

/** The fields of a listing, by what they cost. */
export interface AskedFields {
  readonly inline: readonly Field[];
  readonly perKey: readonly Field[];
}
