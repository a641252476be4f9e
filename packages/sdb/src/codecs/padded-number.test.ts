import { isOptionError } from '@proj/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytes } from '../query/compare-bytes.js';
import { isCodecError } from './codec-error.js';
import { type PaddedNumberOptions, paddedNumber } from './padded-number.js';

test.each([
  [{ digits: 5 }, 2, '00002'],
  [{ digits: 5 }, 10, '00010'],
  [{ digits: 5 }, 99_999, '99999'],
  [{ digits: 6, offset: 100_000 }, -100_000, '000000'],
  [{ digits: 6, offset: 100_000 }, 500, '100500'],
  [{ digits: 6, decimals: 2, offset: 100_000 }, 14.58, '10001458'],
  [{ digits: 6, decimals: 2, offset: 100_000 }, -99.5, '09990050'],
  [{ digits: 1, decimals: 3 }, 0.001, '0001'],
  [{ digits: 20, offset: 2 ** 53 - 1 }, -(2 ** 53 - 1), '00000000000000000000'],
  [{ digits: 17, offset: 2 ** 53 - 1 }, 2 ** 53 - 1, '18014398509481982'],
])('%o writes %d as %s', (options, number, text) => {
  expect(paddedNumber(options).encode(number)).toBe(text);
  expect(paddedNumber(options).decode(text)).toBe(number);
});

test('numbers come back, and sort as numbers', () => {
  const options = fc.record({
    digits: fc.integer({ min: 9, max: 20 }),
    decimals: fc.integer({ min: 0, max: 6 }),
    offset: fc.constant(100_000_000),
  });
  const whole = fc.integer({ min: -100_000_000, max: 800_000_000 });
  fc.assert(
    fc.property(options, whole, whole, (given, a, b) => {
      const codec = paddedNumber(given);
      const [x, y] = [Number(`${a}e-${given.decimals}`), Number(`${b}e-${given.decimals}`)];
      expect(codec.decode(codec.encode(x))).toBe(x + 0);
      expect(Math.sign(compareBytes(codec.encode(x), codec.encode(y)))).toBe(Math.sign(x - y));
    }),
  );
});

test('any number at all comes back, or is refused', () => {
  const codec = paddedNumber({ digits: 17, decimals: 20, offset: 10 ** 15 });
  const number = fc.oneof(fc.double(), fc.integer(), fc.double({ min: -1e15, max: 1e15, noNaN: true }));
  fc.assert(
    fc.property(number, (given) => {
      try {
        expect(codec.decode(codec.encode(given))).toBe(given + 0);
      } catch (error) {
        if (!isCodecError(error)) throw error;
      }
    }),
    { numRuns: 1_000 },
  );
});

test('-0 is 0', () => {
  const codec = paddedNumber({ digits: 3, offset: 5 });
  expect(codec.decode(codec.encode(-0))).toBe(0);
});

test.each([-1, 100, 0.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY, '5' as unknown as number])(
  '%d does not fit in two digits',
  (number) => {
    expect(() => paddedNumber({ digits: 2 }).encode(number)).toThrow(
      'paddedNumber: cannot encode this; it takes numbers from -0 on, with 2 digits once 0 is added, and with 0 decimals',
    );
  },
);

test.each(['', '1', '001', '1a', '-1', ' 1', '1.', '0x'])('%j is no number of two digits', (text) => {
  expect(() => paddedNumber({ digits: 2 }).decode(text)).toThrow(
    'paddedNumber: cannot decode this; it takes a text of 2 digits',
  );
});

test.each([
  { digits: 0 },
  { digits: 1.5 },
  { digits: 101 },
  { digits: 5, decimals: -1 },
  { digits: 5, offset: 0.5 },
  { digits: 5, offset: 2 ** 53 },
  {},
])('options that could not work: %o', (options) => {
  let error: unknown;
  try {
    paddedNumber(options as PaddedNumberOptions);
  } catch (thrown) {
    error = thrown;
  }
  expect(isOptionError(error)).toBe(true);
});
