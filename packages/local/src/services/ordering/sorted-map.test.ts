import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortedMap } from './sorted-map.js';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('SortedMap', () => {
  it('is what a map would be whose keys are sorted', () => {
    const key = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.nat(3000).map(String));
    const step = fc.record({ key, put: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 3000, size: 'max' }), key, (steps, from) => {
        const [map, plain] = [new SortedMap<number>(), new Map<string, number>()];
        for (const [at, { key: one, put }] of steps.entries()) {
          if (put) map.set(one, at);
          else map.delete(one);
          if (put) plain.set(one, at);
          else plain.delete(one);
        }
        const sorted = [...plain].sort(([a], [b]) => byBytes(a, b));
        expect([...map.from(() => true)]).toEqual(sorted);
        expect([...map.from((one) => byBytes(one, from) >= 0)]).toEqual(
          sorted.filter(([one]) => byBytes(one, from) >= 0),
        );
        expect([...map.back((one) => byBytes(one, from) >= 0)]).toEqual(
          sorted.filter(([one]) => byBytes(one, from) < 0).reverse(),
        );
        expect([map.size, map.get(from)]).toEqual([plain.size, plain.get(from)]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds many keys in whichever order they come', () => {
    const map = new SortedMap<number>();
    for (let at = 0; at < 100_000; at += 1) map.set(String((at * 7919) % 100_000), at);
    expect(map.size).toBe(100_000);
    const [first] = map.from((key) => key >= '5');
    expect(first?.[0]).toBe('5');
  });
});
