import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naiveSelect } from '../../../testing/sdb-naive-select.js';
import { Domain } from '../store/domain.js';
import type { Expression, Test } from './expression.js';
import { placer } from './place.js';
import { runSelect } from './run-select.js';

const text = fc.oneof(
  fc.string({ maxLength: 3, unit: fc.constantFrom('a', 'b', '%', '\\', '\u{1F600}', '\uFFFD') }),
  fc.constantFrom('', 'a', 'ab'),
);
const attribute = fc.constantFrom('x', 'y', 'z');
const test: fc.Arbitrary<Test> = fc.oneof(
  fc.record({ op: fc.constantFrom('=', '!=', '<', '<=', '>', '>='), value: text }),
  fc.record({ op: fc.constantFrom('like', 'not like'), value: text }),
  fc.record({ op: fc.constant('between' as const), low: text, high: text }),
  fc.record({ op: fc.constant('in' as const), values: fc.array(text, { minLength: 1, maxLength: 3 }) }),
  fc.record({ op: fc.constantFrom('is null', 'is not null') }),
);
const operand = fc.oneof(
  { weight: 5, arbitrary: fc.record({ attribute, every: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ attribute: undefined, every: false }) },
);
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('comparison' as const), operand, test }),
    fc.record({ kind: fc.constant('not' as const), of: tie('expression') }),
    fc.record({
      kind: fc.constantFrom('and', 'or', 'intersection'),
      parts: fc.array(tie('expression'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}));
const attributes = fc.dictionary(attribute, fc.uniqueArray(text, { minLength: 1, maxLength: 3 }), {
  minKeys: 1,
  maxKeys: 3,
  noNullPrototype: true,
});
/** Writes in turn: an item that is written again is replaced, and nothing in place of attributes deletes it. */
const writes = fc.array(
  fc.tuple(
    text.filter((name) => name !== ''),
    fc.option(attributes),
  ),
  { maxLength: 25 },
);

it('selects what a naive evaluation of every item does, in the same order', () => {
  const order = fc.option(
    fc.record({ attribute: fc.option(attribute, { nil: undefined }), descending: fc.boolean() }),
    { nil: undefined },
  );
  fc.assert(
    fc.property(writes, expression, order, (all, where, orderBy) => {
      const domain = new Domain('d', 0);
      for (const [name, given] of all) domain.set({ name, attributes: new Map(Object.entries(given ?? {})) }, 0);
      const query = { output: { kind: 'all' as const }, domain: 'd', where, orderBy, limit: undefined };
      const found = runSelect(query, domain, { consistent: true, now: 0, after: undefined });
      expect(found.items.map(({ name }) => name)).toEqual(naiveSelect([...domain.items.values()], where, orderBy));
    }),
    { numRuns: 2000 },
  );
});

it('goes on behind any place with what is left', () => {
  fc.assert(
    fc.property(writes, fc.boolean(), fc.nat(10), (all, descending, cut) => {
      const domain = new Domain('d', 0);
      for (const [name, given] of all) domain.set({ name, attributes: new Map(Object.entries(given ?? {})) }, 0);
      const orderBy = { attribute: 'x', descending };
      const query = { output: { kind: 'all' as const }, domain: 'd', where: undefined, orderBy, limit: undefined };
      const whole = runSelect(query, domain, { consistent: true, now: 0, after: undefined }).items;
      const last = whole[cut];
      if (!last) return;
      const after = placer(orderBy).placeOf(last);
      expect(runSelect(query, domain, { consistent: true, now: 0, after }).items).toEqual(whole.slice(cut + 1));
    }),
  );
});
