import { expect, test } from 'vitest';
import { vendoredLatency } from './latency.js';
import { knownRegions, regionsOf } from './table.js';

test('is measured where it could be, and modelled elsewhere', () => {
  expect(vendoredLatency('us-east-1')).toBe(5);
  expect(vendoredLatency('ap-southeast-7')).toBe(244);
  expect(vendoredLatency('ap-east-2')).toBe(186);
});

test('every commercial region has its own: only Tel Aviv lies in the middle', () => {
  const middle = vendoredLatency('nowhere-1');
  expect(regionsOf('aws').filter((name) => vendoredLatency(name) === middle)).toEqual(['il-central-1']);
});

test('an unknown region is in the middle', () => {
  const sorted = knownRegions()
    .map(vendoredLatency)
    .toSorted((a, b) => a - b);
  expect(vendoredLatency('DFW')).toBe(134);
  expect(vendoredLatency('constructor')).toBe(134);
  expect(sorted[0]).toBeLessThan(134);
  expect(sorted.at(-1)).toBeGreaterThan(134);
});
