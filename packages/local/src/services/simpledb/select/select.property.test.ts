import fc from 'fast-check';
import { expect, it } from 'vitest';
import { naiveSelect } from '../../../testing/sdb-naive-select.js';
import { Domain } from '../store/domain.js';
import type { Expression, Test } from './expression.js';
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

it('sees a domain as it was a while ago, where nobody asks for consistency', () => {
  const timed = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.option(attributes), fc.nat(60)), {
    maxLength: 12,
  });
  const order = fc.option(fc.record({ attribute, descending: fc.boolean() }), { nil: undefined });
  fc.assert(
    fc.property(timed, fc.option(expression, { nil: undefined }), order, fc.nat(150), (all, where, orderBy, wait) => {
      const delay = 100;
      const [domain, seen] = [new Domain('d', delay), new Domain('d', 0)];
      let time = 0;
      const written = all.map(([name, given, pause]) => {
        time += pause;
        const item = { name, attributes: new Map(Object.entries(given ?? {})) };
        domain.set(item, time);
        return { item, time };
      });
      const now = time + wait;
      for (const { item, time: at } of written) if (at <= now - delay) seen.set(item, at);
      const query = { output: { kind: 'all' as const }, domain: 'd', where, orderBy, limit: undefined };
      const found = runSelect(query, domain, { consistent: false, now, after: undefined });
      expect([...found].map(({ item }) => item.name)).toEqual(naiveSelect([...seen.items.values()], where, orderBy));
    }),
    { numRuns: 1000 },
  );
});

it('selects what a naive evaluation of every item does, in the same order', () => {
  const order = fc.option(
    fc.record({ attribute: fc.option(attribute, { nil: undefined }), descending: fc.boolean() }),
    { nil: undefined },
  );
  fc.assert(
    fc.property(writes, expression, order, fc.constantFrom(1, 5, 100, undefined), (all, where, orderBy, most) => {
      const domain = new Domain('d', 0);
      for (const [name, given] of all) domain.set({ name, attributes: new Map(Object.entries(given ?? {})) }, 0);
      const query = { output: { kind: 'all' as const }, domain: 'd', where, orderBy, limit: undefined };
      const found = runSelect(query, domain, { consistent: true, now: 0, after: undefined, most });
      expect([...found].map(({ item }) => item.name)).toEqual(naiveSelect([...domain.items.values()], where, orderBy));
    }),
    { numRuns: 2000 },
  );
});

it('goes on behind any place with what is left', () => {
  fc.assert(
    fc.property(writes, fc.boolean(), fc.nat(10), (written, descending, cut) => {
      const domain = new Domain('d', 0);
      for (const [name, given] of written) domain.set({ name, attributes: new Map(Object.entries(given ?? {})) }, 0);
      const orderBy = { attribute: 'x', descending };
      const query = { output: { kind: 'all' as const }, domain: 'd', where: undefined, orderBy, limit: undefined };
      const whole = runSelect(query, domain, { consistent: true, now: 0, after: undefined });
      const all = [...whole];
      const after = all[cut]?.place;
      if (!after) return;
      expect([...runSelect(query, domain, { consistent: true, now: 0, after })]).toEqual(all.slice(cut + 1));
    }),
  );
});
