import { type FanoutStream, resourceSet, type ServiceSet } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import { type ReadOptions, readOptionNames } from '../calls/request-options.js';
import type { SimpleDB } from '../client/index.js';
import type { Item } from '../objects/item.js';
import { expressionOf, type Query } from '../selecting/expression-of.js';
import { Absence } from './absence.js';
import { CountedStream } from './counted-stream.js';
import { RegionSelect } from './region-select.js';
import { orderOf } from './sort-key.js';

/** One query of every region of a set, in one answer. */
export function selectEverywhere(
  clients: ServiceSet<SimpleDB>,
  query: Query,
  options: ReadOptions,
): FanoutStream<Item> {
  checkNames('selectEverywhere(query, options)', options, readOptionNames);
  const expression = expressionOf(query);
  const absence = new Absence(async () => (await clients.ready()).length);
  const regions = resourceSet(clients, (place) => new RegionSelect(place, { expression, options, absence }));
  const placed = regions.selectEverywhere().items((page) => page);
  const { output, orderBy, limit } = expression.parts;
  const order = orderBy && orderOf(orderBy.descending);
  const merged = order === undefined ? placed : placed.sorted((a, b) => order(a.key, b.key));
  if (output === 'count')
    return new CountedStream(
      placed.items(({ item }) => [item]),
      limit,
    );
  return (limit === undefined ? merged : merged.take(limit)).items(({ item }) => [item]);
}
