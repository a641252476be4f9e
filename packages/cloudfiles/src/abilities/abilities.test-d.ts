import { expectTypeOf, test } from 'vitest';
import type { Cdn, CloudFilesFacts, Container, SwiftAbilities } from '../index.js';

declare const swift: Container;
declare const rack: Container<CloudFilesFacts>;

test('what a store may have is asked for, and what it never has does not compile', async () => {
  if (swift.has('reverseList')) expectTypeOf(swift.reverseList).toEqualTypeOf<SwiftAbilities['reverseList']>();
  expectTypeOf(await swift.require('bulkDelete')).toEqualTypeOf<SwiftAbilities['bulkDelete']>();
  expectTypeOf(await rack.require('cdn')).toEqualTypeOf<Cdn>();
  // @ts-expect-error Swift has no CDN
  swift.has('cdn');
  // @ts-expect-error Cloud Files lists in one direction
  await rack.require('reverseList');
  // @ts-expect-error neither writes on the condition of an ETag
  swift.has('compareAndSwap');
  // @ts-expect-error it was not asked for
  swift.reverseList;
});
