import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytes } from '../query/compare-bytes.js';
import { isoDate } from './iso-date.js';

const date = fc.date({
  min: new Date('0000-01-01T00:00:00.000Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

test('dates come back, and sort by time', () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      expect(isoDate.decode(isoDate.encode(a))).toEqual(a);
      expect(Math.sign(compareBytes(isoDate.encode(a), isoDate.encode(b)))).toBe(Math.sign(a.getTime() - b.getTime()));
    }),
  );
});

test('what would be out of order is refused', () => {
  for (const wrong of [
    new Date(Number.NaN),
    new Date('-000001-01-01T00:00:00.000Z'),
    new Date('+010000-01-01T00:00:00.000Z'),
  ]) {
    expect(() => isoDate.encode(wrong)).toThrow(
      'isoDate: cannot encode this; it takes a valid Date of the years 0 to 9999',
    );
  }
});

test('no other text is a date', () => {
  for (const text of [
    '',
    '2009-09-30',
    '2009-09-30T12:00:00Z',
    '2009-02-30T12:00:00.000Z',
    '2009-09-30T24:00:00.000Z',
    '2009-09-30T12:00:00.000Z ',
    '2009-13-01T00:00:00.000Z',
  ]) {
    expect(() => isoDate.decode(text)).toThrow('isoDate: cannot decode this');
  }
});
