import type { Place } from '@proj/core';
import { callOptionsOf } from '../calls/request-options.js';
import type { SimpleDB } from '../client/index.js';
import { pairsOf, replacing, type Values } from '../objects/attributes.js';
import { type Deleted, deletedPairs } from '../objects/deleted.js';
import { checkName } from '../query/check-text.js';
import { type BatchOptions, type BatchPutOptions, concurrencyOf } from './batch-options.js';
import { batchesOf } from './batches-of.js';
import { type ItemOutcome, sendBatch } from './item-outcome.js';
import { beginSource, type ItemSource } from './item-source.js';
import { sendInOrder } from './send-in-order.js';

/**
 * An item to write. An `Item` is one, so that what a query gives can be written elsewhere.
 *
 * @example
 * ```ts
 * const item: NewItem = { name: '1579124585', attributes: { Title: 'The Right Stuff', Year: '1979' } };
 * ```
 */
export interface NewItem {
  readonly name: string;
  readonly attributes: Values;
}

/**
 * An item to delete: its name, or an object with it; `only` says what of it.
 *
 * @example
 * ```ts
 * const items: readonly DeletedItem[] = ['1579124585', { name: '0385333498', only: ['Rating'] }];
 * ```
 */
export type DeletedItem = string | { readonly name: string; readonly only?: Deleted | undefined };

/** Where to write. */
export interface Destination {
  readonly place: Place<SimpleDB>;
  readonly domain: string;
}

/** Writes items, a batch after the other, and says of each in its turn what became of it. */
export async function* putBatches(
  { place, domain: DomainName }: Destination,
  source: ItemSource<NewItem>,
  options: BatchPutOptions,
): AsyncGenerator<ItemOutcome, void, undefined> {
  const call = 'batchPut(items, options)';
  const concurrency = concurrencyOf(call, options, ['replace']);
  const { replace = false } = options;
  const send = async (items: readonly NewItem[]): Promise<unknown> => {
    const Items = items.map(({ name, attributes }) => {
      checkName('item', name);
      return { Name: name, Attributes: replacing(pairsOf(call, attributes), replace) };
    });
    const input = { DomainName, Items };
    return place.call('batchPutAttributes', (client) => client.batchPutAttributes(input), callOptionsOf(options));
  };
  const batches = batchesOf(beginSource(call, source));
  for await (const outcomes of sendInOrder(batches, concurrency, (items) => sendBatch(items, send))) yield* outcomes;
}

/** Deletes items, a batch after the other, and says of each in its turn what became of it. */
export async function* deleteBatches(
  { place, domain: DomainName }: Destination,
  source: ItemSource<DeletedItem>,
  options: BatchOptions,
): AsyncGenerator<ItemOutcome, void, undefined> {
  const call = 'batchDelete(items, options)';
  const concurrency = concurrencyOf(call, options);
  const send = async (items: readonly Exclude<DeletedItem, string>[]): Promise<unknown> => {
    const Items = items.map(({ name, only }) => {
      checkName('item', name);
      return { Name: name, ...(only !== undefined && { Attributes: deletedPairs(call, only) }) };
    });
    const input = { DomainName, Items };
    return place.call('batchDeleteAttributes', (client) => client.batchDeleteAttributes(input), callOptionsOf(options));
  };
  const batches = batchesOf(named(beginSource(call, source)));
  for await (const outcomes of sendInOrder(batches, concurrency, (items) => sendBatch(items, send))) yield* outcomes;
}

/** Names as objects that have them. */
async function* named(
  items: AsyncIterator<DeletedItem> | Iterator<DeletedItem>,
): AsyncGenerator<Exclude<DeletedItem, string>, void, undefined> {
  try {
    for (let next = await items.next(); next.done !== true; next = await items.next()) {
      yield typeof next.value === 'string' ? { name: next.value } : next.value;
    }
  } finally {
    await items.return?.();
  }
}
