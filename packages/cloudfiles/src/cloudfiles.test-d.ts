import type { Fanout, FanoutStream } from '@proj/core';
import { expectTypeOf, test } from 'vitest';
import { type CloudfilesRegion, type CloudfilesSet, type Container, type ContainerPage, cloudfiles } from './index.js';

const everywhere = cloudfiles({ endpoints: { north: 'https://north.example.com' } });

test('the set has the methods of a region, fanned out', () => {
  expectTypeOf(everywhere).toEqualTypeOf<CloudfilesSet>();
  expectTypeOf(everywhere.containers()).toEqualTypeOf<Fanout<readonly Container[]>>();
  expectTypeOf(everywhere.paginateContainers()).toEqualTypeOf<FanoutStream<ContainerPage>>();
  expectTypeOf(everywhere.at('north')).toEqualTypeOf<CloudfilesRegion>();
  expectTypeOf(everywhere.in('n*').with({ timeout: 1_000 })).toEqualTypeOf<CloudfilesSet>();
});

declare const container: Container;

test('what is not there does not compile', () => {
  // @ts-expect-error it has to be somewhere
  cloudfiles({});
  // @ts-expect-error the endpoints say which regions there are
  cloudfiles({ endpoints: {}, regions: 'all' });
  // @ts-expect-error properties do not fan out
  everywhere.region;
  // @ts-expect-error no option of the listing
  everywhere.containers({ limit: 5 });
  // @ts-expect-error no option of its pages
  everywhere.paginateContainers({}, { page: 1 });
  // @ts-expect-error it is what it was
  container.id = 'other';
});
