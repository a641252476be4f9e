import type { Place } from '@proj/core';
import type { ReadOptions } from '../calls/request-options.js';
import type { SimpleDB } from '../client/index.js';
import { attributesOf } from '../objects/attributes.js';
import type { Domain } from '../objects/domain.js';
import { Item } from '../objects/item.js';
import type { SelectExpression } from '../query/index.js';
import { selectPages } from './select-pages.js';
import { writeSelect } from './write-select.js';

/** The items that an expression finds in one region, as many as its limit says. */
export async function* selectItems(
  domain: Domain,
  place: Place<SimpleDB>,
  expression: SelectExpression,
  options: ReadOptions,
): AsyncGenerator<Item, void, undefined> {
  const { limit = Number.POSITIVE_INFINITY } = expression.parts;
  let left = limit;
  for await (const page of selectPages(place, writeSelect(expression), options)) {
    for (const { Name = '', Attributes = [] } of page) {
      yield new Item(domain, Name, attributesOf(Attributes));
      left -= 1;
      if (left === 0) return;
    }
  }
}
