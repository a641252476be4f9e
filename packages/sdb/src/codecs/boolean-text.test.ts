import { expect, test } from 'vitest';
import { compareBytes } from '../query/compare-bytes.js';
import { booleanText } from './boolean-text.js';

test('truth values come back, false first', () => {
  expect([true, false].map((value) => booleanText.decode(booleanText.encode(value)))).toEqual([true, false]);
  expect(compareBytes(booleanText.encode(false), booleanText.encode(true))).toBeLessThan(0);
});

test('nothing else is a truth value', () => {
  for (const text of ['', 'True', 'yes', '1', 'true '])
    expect(() => booleanText.decode(text)).toThrow('booleanText: cannot decode this');
  for (const value of ['true', 1, null, undefined] as unknown as boolean[]) {
    expect(() => booleanText.encode(value)).toThrow('booleanText: cannot encode this');
  }
});
