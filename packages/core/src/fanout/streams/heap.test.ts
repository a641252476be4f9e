import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Heap } from './heap.js';

test('gives the least first, whatever the order of coming', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
      const heap = new Heap<number>((a, b) => a - b);
      for (const value of values) heap.push(value);
      const given = values.map(() => [heap.least, heap.pop()]);
      expect(given).toEqual(values.toSorted((a, b) => a - b).map((value) => [value, value]));
      expect([heap.least, heap.pop()]).toEqual([undefined, undefined]);
    }),
  );
});

test('finds its place for a least value that has grown', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 1 }), fc.nat(12), (values, grown) => {
      const heap = new Heap<{ value: number }>((a, b) => a.value - b.value);
      const boxes = values.map((value) => ({ value }));
      for (const box of boxes) heap.push(box);
      const least = heap.least;
      if (least !== undefined) least.value += grown;
      heap.sinkLeast();
      const given = values.map(() => heap.pop()?.value);
      expect(given).toEqual(boxes.map(({ value }) => value).toSorted((a, b) => a - b));
    }),
  );
});
