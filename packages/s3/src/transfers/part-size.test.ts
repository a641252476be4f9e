import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkConcurrency, checkPartSize, mostParts, partSizeFor, partsOf } from './part-size.js';

test('parts are 8 MiB, or what is asked for, or more where there would be too many', () => {
  expect(partSizeFor(undefined, undefined)).toBe(8 * 2 ** 20);
  expect(partSizeFor(2 ** 30, 16 * 2 ** 20)).toBe(16 * 2 ** 20);
  expect(partSizeFor(5 * 2 ** 40, undefined)).toBeGreaterThan(8 * 2 ** 20);
});

test('no object has more than 10,000', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 * 2 ** 40 }), (size) => {
      const partSize = partSizeFor(size, undefined);
      const parts = partsOf(size, partSize);
      expect(parts).toBeGreaterThan(0);
      expect(parts).toBeLessThanOrEqual(mostParts);
      expect(parts * partSize).toBeGreaterThanOrEqual(size);
    }),
  );
});

test.each([1, 5 * 2 ** 20 - 1, 5 * 2 ** 30 + 1, 1.5, Number.NaN])('parts of %d bytes are refused', (given) => {
  expect(() => checkPartSize(given)).toThrow('partSize is');
});

test.each([0, -1, 2.5, 1_001])('%d parts at once are refused', (given) => {
  expect(() => checkConcurrency(given)).toThrow('concurrency is');
});
