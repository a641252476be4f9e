import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DueHeap } from './due-heap.js';

const step = fc.record({
  what: fc.constantFrom('add', 'remove', 'take'),
  item: fc.integer({ min: 0, max: 20 }),
  at: fc.integer({ min: 0, max: 10 }),
});

describe('DueHeap', () => {
  it('gives what a sorted list gives, those due at the same time in the order in which they were added', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const heap = new DueHeap<number>();
        let list: { item: number; at: number }[] = [];
        for (const { what, item, at } of steps) {
          const without = list.filter((one) => one.item !== item);
          if (what === 'add') {
            heap.add(item, at);
            list = [...without, { item, at }].sort((a, b) => a.at - b.at);
          } else if (what === 'remove') {
            expect(heap.remove(item)).toBe(without.length < list.length);
            list = without;
          } else {
            const due = list[0] && list[0].at <= at ? list.shift()?.item : undefined;
            expect(heap.take(at)).toBe(due);
          }
          expect([heap.size, heap.next]).toEqual([list.length, list[0]?.at]);
          expect([...heap.items()].sort()).toEqual(list.map((one) => one.item).sort());
        }
      }),
    );
  });
});
