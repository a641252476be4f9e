import type { Fanout, FanoutStream } from '@proj/core';
import { expectTypeOf, test } from 'vitest';
import type { BatchReport } from '../batches/batch-report.js';
import type { ItemOutcome } from '../batches/item-outcome.js';
import { isoDate } from '../codecs/index.js';
import type { SimpleDBSet } from '../simpledb-set.js';
import type { Attributes } from './attributes.js';
import type { Domain } from './domain.js';
import type { Item } from './item.js';

declare const everywhere: SimpleDBSet;
declare const item: Item;

test('the domains of a set fan out', () => {
  expectTypeOf(everywhere.domains()).toEqualTypeOf<Fanout<readonly Domain[]>>();
  const domains = everywhere.in('eu-*').domain('books');
  expectTypeOf(domains.at('eu-west-1')).toEqualTypeOf<Domain>();
  expectTypeOf(domains.put('i', { a: '1' })).toEqualTypeOf<Fanout<void>>();
  expectTypeOf(domains.get('i')).toEqualTypeOf<Fanout<Attributes | undefined>>();
  expectTypeOf(domains.count()).toEqualTypeOf<Fanout<number>>();
  expectTypeOf(domains.batchPut([])).toEqualTypeOf<Fanout<BatchReport>>();
  expectTypeOf(domains.batchPutEach([])).toEqualTypeOf<FanoutStream<ItemOutcome>>();
  expectTypeOf(domains.select('select * from books')).toEqualTypeOf<FanoutStream<Item>>();
  expectTypeOf(everywhere.selectEverywhere('select * from books')).toEqualTypeOf<FanoutStream<Item>>();
});

test('single values are typed by their codec', () => {
  expectTypeOf(item.one('a')).toEqualTypeOf<string | undefined>();
  expectTypeOf(item.one('a', isoDate)).toEqualTypeOf<Date | undefined>();
});

test('a condition has a value or is of an absence', () => {
  // @ts-expect-error neither
  item.put({ a: '1' }, { onlyIf: { name: 'a' } });
  // @ts-expect-error both
  item.put({ a: '1' }, { onlyIf: { name: 'a', value: '1', absent: true } });
  // @ts-expect-error a number is encoded by a codec first
  item.put({ a: 1 });
});
