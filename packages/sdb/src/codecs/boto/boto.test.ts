import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytes } from '../../query/compare-bytes.js';
import { boto } from './boto.js';

// The texts in this file were written by boto 2.49.0.

test.each([
  [0, '3 000 0.0000000000000000', 0],
  [1.5, '5 000 1.5000000000000000', 1.5],
  [0.001, '4 996 1.0000000000000000', 0.001],
  [-0.001, '2 003 9.0000000000000000', -0.001],
  [-1.5, '1 999 8.5000000000000000', -1.5],
  [1e300, '5 300 1.0000000000000000', 1e300],
  [-1e300, '1 699 9.0000000000000000', -1e300],
  [12345.678, '5 004 1.2345680000000000', 12345.68],
  [-12345.678, '1 995 8.7654320000000000', -12345.68],
  [9.9999996, '5 001 1.0000000000000000', 10],
  [-9.9999996, '1 998 9.0000000000000000', -10],
  [1000000.5, '5 006 1.0000000000000000', 1000000],
  [1000001.5, '5 006 1.0000020000000000', 1000002],
  [-1000000.5, '1 993 9.0000000000000000', -1000000],
  [5e-324, '4 675 4.9406560000000000', 5e-324],
  [-5e-324, '2 324 5.0593440000000000', -5e-324],
  [Number.MAX_VALUE, '5 308 1.7976930000000000', 1.797693e308],
])('float %d is %s', (number, text, back) => {
  expect(boto.float.encode(number)).toBe(text);
  expect(boto.float.decode(text)).toBe(back);
});

test('a float keeps seven digits, and its order among those that differ there', () => {
  const float = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });
  fc.assert(
    fc.property(float, float, (a, b) => {
      const [x, y] = [boto.float.encode(a), boto.float.encode(b)];
      const [back, other] = [boto.float.decode(x), boto.float.decode(y)];
      expect(Math.abs(back - a)).toBeLessThanOrEqual(Math.abs(a) * 5.1e-7 + 5e-324);
      expect(Math.sign(compareBytes(x, y))).toBe(Math.sign(back - other));
      expect(boto.float.encode(back)).toBe(x);
    }),
    { numRuns: 2_000 },
  );
});

test('-0 is 0, and boto wrote it with its sign', () => {
  expect(boto.float.encode(-0)).toBe('3 000 0.0000000000000000');
  expect(boto.float.decode('3 000 -0.000000000000000')).toBe(0);
});

test.each([
  '',
  '1.5',
  '6 000 1.5000000000000000',
  '5 00 1.5000000000000000',
  '5 000 1.5',
  '3 001 0.0000000000000000',
  'n   nan0000000000000',
])('%j is no float', (text) => {
  expect(() => boto.float.decode(text)).toThrow('boto.float: cannot decode this');
});

test.each([
  [0, '2147483648'],
  [-1, '2147483647'],
  [2147483647, '4294967295'],
  [-2147483648, '0000000000'],
  [5000000000, '7147483648'],
])('integer %d is %s', (number, text) => {
  expect(boto.integer.encode(number)).toBe(text);
  expect(boto.integer.decode(text)).toBe(number);
});

test('integers that boto put out of order are read, and not written', () => {
  expect(boto.integer.decode('-000000001')).toBe(-2147483649);
  expect(boto.integer.decode('10000000000')).toBe(7852516352);
  for (const number of [-2147483649, 7852516352, 0.5, Number.NaN]) {
    expect(() => boto.integer.encode(number)).toThrow('boto.integer: cannot encode this');
  }
  for (const text of ['', '5', '214748364x', ' 2147483648', '9'.repeat(17)]) {
    expect(() => boto.integer.decode(text)).toThrow('boto.integer: cannot decode this');
  }
});

test.each([
  [0n, '09223372036854775808'],
  [-1n, '09223372036854775807'],
  [-(2n ** 63n), '00000000000000000000'],
  [2n ** 63n - 1n, '18446744073709551615'],
])('long %d is %s', (number, text) => {
  expect(boto.long.encode(number)).toBe(text);
  expect(boto.long.decode(text)).toBe(number);
});

test('integers and longs come back, and sort as numbers', () => {
  const [small, large] = [fc.integer(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })];
  fc.assert(
    fc.property(small, small, large, large, (a, b, c, d) => {
      expect(boto.integer.decode(boto.integer.encode(a))).toBe(a);
      expect(boto.long.decode(boto.long.encode(c))).toBe(c);
      expect(Math.sign(compareBytes(boto.integer.encode(a), boto.integer.encode(b)))).toBe(Math.sign(a - b));
      expect(Math.sign(compareBytes(boto.long.encode(c), boto.long.encode(d)))).toBe(c < d ? -1 : c > d ? 1 : 0);
    }),
  );
  for (const wrong of [2n ** 70n, -(2n ** 63n) - 1n, 5 as unknown as bigint]) {
    expect(() => boto.long.encode(wrong)).toThrow('boto.long: cannot encode this');
  }
});

test('dates and times are read in all forms that boto wrote', () => {
  const noon = new Date('2009-09-30T12:00:00.000Z');
  expect(boto.dateTime.encode(noon)).toBe('2009-09-30T12:00:00Z');
  expect(boto.dateTime.encode(new Date(noon.getTime() + 999))).toBe('2009-09-30T12:00:00Z');
  expect(boto.date.encode(noon)).toBe('2009-09-30');
  for (const codec of [boto.dateTime, boto.date]) {
    expect(codec.decode('2009-09-30T12:00:00Z')).toEqual(noon);
    expect(codec.decode('2009-09-30T12:00:00')).toEqual(noon);
    expect(codec.decode('2009-09-30T12:00:00.123456')).toEqual(new Date('2009-09-30T12:00:00.123Z'));
    expect(codec.decode('2009-09-30')).toEqual(new Date('2009-09-30T00:00:00.000Z'));
  }
});

test.each(['', '30.9.2009', '2009-9-30', '2009-02-30', '2009-09-30T12:00', '2009-09-30T12:00:00+02:00'])(
  '%j is no date',
  (text) => {
    expect(() => boto.dateTime.decode(text)).toThrow('boto.dateTime: cannot decode this');
    expect(() => boto.date.decode(text)).toThrow('boto.date: cannot decode this');
  },
);
