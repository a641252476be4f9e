import { expectTypeOf, test } from 'vitest';
import type { Facts } from '../facts/facts.js';
import type { Asking, WithAbilities } from '../facts/has-abilities.js';
import type { BucketFacts, ContainerFacts } from '../testing/stores.js';
import type { Listing } from './listing.js';
import type { CommonPrefix, Row } from './row.js';
import type { Rows } from './rows.js';

declare const bucket: { readonly list: Listing<BucketFacts> };
declare const container: { readonly list: Listing<ContainerFacts> };
declare const any: { readonly list: Listing<Facts> };
const budget = { maxRequests: 10 };

test('a row has what was asked for', () => {
  expectTypeOf(bucket.list()).toEqualTypeOf<Rows<Row<never>>>();
  expectTypeOf(bucket.list({ with: ['size', 'etag'] })).toEqualTypeOf<Rows<Row<'size' | 'etag'>>>();
  expectTypeOf(bucket.list({ with: ['contentType'], budget })).toEqualTypeOf<Rows<Row<'contentType'>>>();
  expectTypeOf(container.list({ with: ['contentType'] })).toEqualTypeOf<Rows<Row<'contentType'>>>();
  expectTypeOf(bucket.list({ delimiter: '/' })).toEqualTypeOf<Rows<Row<never> | CommonPrefix>>();
  expectTypeOf<Row<'size'>['size']>().toEqualTypeOf<number>();
});

test('what costs a request for each key does not compile without a budget, and what a store lacks not at all', () => {
  // @ts-expect-error one HEAD for each key: a budget is needed
  bucket.list({ with: ['contentType'] });
  // @ts-expect-error one of the two fields costs
  bucket.list({ with: ['size', 'metadata'] });
  // @ts-expect-error the store has no such thing
  bucket.list({ with: ['expiresAt'], budget });
  // @ts-expect-error nor this one
  container.list({ with: ['storageClass'] });
  // @ts-expect-error there costs this one
  container.list({ with: ['expiresAt'] });
  // @ts-expect-error of a store that is not known it may cost
  any.list({ with: ['size'] });
  any.list({ with: ['size'], budget });
  // @ts-expect-error what has a budget is in order
  bucket.list({ budget, ordered: false });
  bucket.list({ ordered: false });
  // @ts-expect-error no such field
  bucket.list({ with: ['colour'] });
});

test('a plan needs no budget', () => {
  bucket.list.plan({ with: ['contentType'] });
  // @ts-expect-error the store has no such thing
  bucket.list.plan({ with: ['expiresAt'] });
});

interface Abilities {
  readonly signedUrl: { url(): string };
  readonly objectAcl: { get(): string };
  readonly reverseList: { list(): string };
  readonly expireAt: { at(): Date };
}
type BucketLike = WithAbilities<BucketFacts, Abilities> & Asking<BucketFacts, Abilities>;
declare const store: BucketLike;

test('what a store always has is there, what it may have is asked for, and what it never has is no member', () => {
  expectTypeOf(store.signedUrl.url()).toEqualTypeOf<string>();
  // @ts-expect-error it depends on the bucket
  store.objectAcl.get();
  if (store.has('objectAcl')) expectTypeOf(store.objectAcl.get()).toEqualTypeOf<string>();
  expectTypeOf(store.require('objectAcl')).resolves.toEqualTypeOf<Abilities['objectAcl']>();
  // @ts-expect-error no bucket lists backwards
  store.reverseList;
  // @ts-expect-error nor can it be asked for
  store.require('reverseList');
});

test('a row that was not asked for a field does not have it', () => {
  const row: Row<'size'> = { name: 'a', size: 1 };
  // @ts-expect-error it was not asked for
  row.etag;
});
