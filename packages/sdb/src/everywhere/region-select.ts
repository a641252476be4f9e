import type { Place } from '@proj/core';
import type { ReadOptions } from '../calls/request-options.js';
import { exceptions, type FoundItem, type SimpleDB } from '../client/index.js';
import { attributesOf } from '../objects/attributes.js';
import { Domain } from '../objects/domain.js';
import { Item } from '../objects/item.js';
import type { SelectExpression } from '../query/index.js';
import { countIn } from '../selecting/count-pages.js';
import { selectPages } from '../selecting/select-pages.js';
import { writeSelect } from '../selecting/write-select.js';
import type { Absence } from './absence.js';
import { sortKeys } from './sort-key.js';
import { sortingOutput } from './sorting-output.js';

/** An item, and by what it stands in its region's order. */
export interface Placed {
  readonly item: Item;
  readonly key: string;
}

/** What of a query is the same in every region. */
export interface EveryRegion {
  readonly expression: SelectExpression;
  readonly options: ReadOptions;
  readonly absence: Absence;
}

/** One region's part of a query that is made of all of them. */
export class RegionSelect {
  static readonly streams: readonly string[] = ['selectEverywhere'];

  readonly #place: Place<SimpleDB>;
  readonly #query: EveryRegion;

  constructor(place: Place<SimpleDB>, query: EveryRegion) {
    this.#place = place;
    this.#query = query;
  }

  /** The region's pages, in its order; nothing where it does not have the domain. */
  async *selectEverywhere(): AsyncGenerator<readonly Placed[], void, undefined> {
    const { expression, absence } = this.#query;
    try {
      if (expression.parts.output === 'count') yield [await this.#count()];
      else yield* this.#pages();
    } catch (error) {
      if (!(error instanceof exceptions.NoSuchDomain)) throw error;
      await absence.note(this.#place.target.region, error);
    }
  }

  /** Its counts, added up, in the form that SimpleDB gives one. */
  async #count(): Promise<Placed> {
    const count = await countIn(this.#place, this.#query.expression, this.#query.options);
    return this.#placed({ Name: 'Domain', Attributes: [{ Name: 'Count', Value: String(count) }] }, '');
  }

  async *#pages(): AsyncGenerator<readonly Placed[], void, undefined> {
    const { expression, options } = this.#query;
    const { asked, given } = sortingOutput(expression.parts);
    const { orderBy } = expression.parts;
    const keyOf = orderBy === undefined ? () => '' : sortKeys(orderBy);
    for await (const page of selectPages(this.#place, writeSelect(expression, asked), options)) {
      yield page.map((item) => this.#placed(given(item), keyOf(item)));
    }
  }

  #placed({ Name = '', Attributes = [] }: FoundItem, key: string): Placed {
    const domain = new Domain(this.#place, this.#query.expression.domain);
    return { item: new Item(domain, Name, attributesOf(Attributes)), key };
  }
}
