import type { Fanout, FanoutStream } from '@proj/core';
import { expectTypeOf, test } from 'vitest';
import { type Domain, type DomainPage, type SdbRegion, type SdbSet, sdb } from './index.js';

const everywhere = sdb({ endpoints: { north: 'https://north.example.com' } });

test('the set has the methods of a region, fanned out', () => {
  expectTypeOf(everywhere).toEqualTypeOf<SdbSet>();
  expectTypeOf(everywhere.domains()).toEqualTypeOf<Fanout<readonly Domain[]>>();
  expectTypeOf(everywhere.paginateDomains()).toEqualTypeOf<FanoutStream<DomainPage>>();
  expectTypeOf(everywhere.at('north')).toEqualTypeOf<SdbRegion>();
  expectTypeOf(everywhere.in('n*').with({ timeout: 1_000 })).toEqualTypeOf<SdbSet>();
});

declare const domain: Domain;

test('what is not there does not compile', () => {
  // @ts-expect-error it has to be somewhere
  sdb({});
  // @ts-expect-error the endpoints say which regions there are
  sdb({ endpoints: {}, regions: 'all' });
  // @ts-expect-error properties do not fan out
  everywhere.region;
  // @ts-expect-error no option of the listing
  everywhere.domains({ limit: 5 });
  // @ts-expect-error no option of its pages
  everywhere.paginateDomains({}, { page: 1 });
  // @ts-expect-error it is what it was
  domain.id = 'other';
});
