import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkedLine } from './linked-line.js';

const step = fc.record({
  what: fc.constantFrom('add', 'addBefore', 'remove'),
  item: fc.integer({ min: 0, max: 20 }),
  behind: fc.integer({ min: 0, max: 20 }),
});

describe('LinkedLine', () => {
  it('holds what a list holds, in its order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const line = new LinkedLine<number>();
        const list: number[] = [];
        for (const { what, item, behind } of steps) {
          const place = list.indexOf(item);
          if (what === 'remove') {
            expect(line.remove(item)).toBe(place >= 0);
            if (place >= 0) list.splice(place, 1);
          } else if (what === 'add') {
            line.add(item);
            if (place < 0) list.push(item);
          } else {
            line.addBefore(item, (other) => other > behind);
            const before = list.findIndex((other) => other > behind);
            if (place < 0) list.splice(before < 0 ? list.length : before, 0, item);
          }
          expect([line.size, line.first, line.has(item)]).toEqual([list.length, list[0], list.includes(item)]);
        }
        const rest: (number | undefined)[] = [];
        while (line.size > 0) {
          rest.push(line.first);
          line.remove(line.first ?? -1);
        }
        expect(rest).toEqual(list);
      }),
    );
  });
});
