import type { Fanout, FanoutStream } from '@proj/core';
import { expectTypeOf, test } from 'vitest';
import type { ListDomainsOutput, SelectOutput } from './client/index.js';
import { type SimpleDB, type SimpleDBSet, simpledb, type Usage } from './index.js';

const everywhere = simpledb();

test('a set has the methods of the client, fanned out', () => {
  expectTypeOf(everywhere).toEqualTypeOf<SimpleDBSet>();
  expectTypeOf(everywhere.in('eu-*')).toEqualTypeOf<SimpleDBSet>();
  expectTypeOf(everywhere.listDomains()).toEqualTypeOf<Fanout<ListDomainsOutput>>();
  expectTypeOf(everywhere.paginateSelect({ SelectExpression: 'select * from books' })).toEqualTypeOf<
    FanoutStream<SelectOutput>
  >();
  expectTypeOf(everywhere.usage()).toEqualTypeOf<Fanout<Usage>>();
  expectTypeOf(everywhere.at('eu-west-1')).toEqualTypeOf<SimpleDB>();
});

test('what is not there does not compile', () => {
  // @ts-expect-error an operation's input is needed
  everywhere.createDomain();
  // @ts-expect-error no member of the input
  everywhere.listDomains({ Limit: 5 });
  // @ts-expect-error properties do not fan out
  everywhere.initConfig;
});
