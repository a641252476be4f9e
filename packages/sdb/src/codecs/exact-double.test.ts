import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytes } from '../query/compare-bytes.js';
import { exactDouble } from './exact-double.js';

const double = fc.double({ noNaN: true });
const near = fc
  .tuple(double, fc.constantFrom(0, Number.EPSILON, -Number.EPSILON))
  .map(([number, part]) => number * (1 + part));

test('every double comes back bit by bit', () => {
  fc.assert(
    fc.property(double, (number) => Object.is(exactDouble.decode(exactDouble.encode(number)), number)),
    { numRuns: 5_000 },
  );
});

test('the byte order is that of the numbers', () => {
  fc.assert(
    fc.property(fc.tuple(double, fc.oneof(double, near)), ([a, b]) => {
      const sign = Math.sign(compareBytes(exactDouble.encode(a), exactDouble.encode(b)));
      expect(sign).toBe(Object.is(a, b) ? 0 : a === b ? Math.sign(1 / a - 1 / b) : a < b ? -1 : 1);
    }),
    { numRuns: 5_000 },
  );
});

test('the numbers at the edges, in order', () => {
  const edges = [
    Number.NEGATIVE_INFINITY,
    -Number.MAX_VALUE,
    -1.5,
    -Number.MIN_VALUE,
    -0,
    0,
    Number.MIN_VALUE,
    2 ** -1022,
    0.1,
    0.1 + 0.2,
    12345.678,
    Number.MAX_VALUE,
    Number.POSITIVE_INFINITY,
  ];
  const texts = edges.map((number) => exactDouble.encode(number));
  expect([...texts].reverse().sort(compareBytes)).toEqual(texts);
  expect(new Set(texts).size).toBe(edges.length);
  expect(texts.map((text) => exactDouble.decode(text))).toEqual(edges);
});

test('the texts are known: what is stored must be read for ever', () => {
  expect(exactDouble.encode(0)).toBe('8000000000000000');
  expect(exactDouble.encode(1)).toBe('bff0000000000000');
  expect(exactDouble.encode(-1)).toBe('400fffffffffffff');
  expect(exactDouble.encode(12345.678)).toBe('c0c81cd6c8b43958');
});

test('NaN has no place in an order', () => {
  expect(() => exactDouble.encode(Number.NaN)).toThrow('exactDouble: cannot encode this; it takes any number but NaN');
});

test.each(['', '8', '8000000000000000 ', 'BFF0000000000000', 'fff8000000000000', '0000000000000000', '1.5'])(
  '%j is no double',
  (text) => {
    expect(() => exactDouble.decode(text)).toThrow('exactDouble: cannot decode this');
  },
);
