import fc from 'fast-check';
import { expect, test } from 'vitest';
import { History } from './history.js';

const delay = 100;
const item = (name: string) => ({ name }) as never;

test('a read sees an item as it was until its write has spread', () => {
  const history = new History(delay);
  history.replaced('a', undefined, 0);
  history.replaced('a', item('first'), 60);
  expect(history.seen(99)).toEqual(new Map([['a', undefined]]));
  expect(history.seen(100)).toEqual(new Map([['a', { name: 'first' }]]));
  expect(history.seen(160)).toEqual(new Map());
  expect(history.size).toBe(0);
});

test('where every read is consistent, nothing is kept', () => {
  const history = new History(0);
  history.replaced('a', undefined, 0);
  expect([history.size, history.seen(0).size]).toEqual([0, 0]);
});

test('what nobody sees any more is dropped, also where nobody ever reads', () => {
  const write = fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), wait: fc.nat(150) });
  fc.assert(
    fc.property(fc.array(write, { minLength: 1, maxLength: 60 }), (writes) => {
      const history = new History(delay);
      const times: number[] = [];
      let now = 0;
      for (const { name, wait } of writes) {
        now += wait;
        times.push(now);
        history.replaced(name, undefined, now);
        // One that is still seen may have others of its item before it, which were seen when it was written.
        expect(history.size).toBeLessThanOrEqual(times.filter((time) => time > now - 2 * delay).length);
      }
    }),
  );
});
