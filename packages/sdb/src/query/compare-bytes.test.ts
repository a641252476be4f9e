import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytes } from './compare-bytes.js';

/** Whole characters of every plane, and often of the places where UTF-16 and UTF-8 disagree. */
const edges = fc.constantFrom(
  '',
  'a',
  'b',
  '\u007f',
  '\u0080',
  '\u07ff',
  '\u0800',
  '\ud7ff',
  '\ue000',
  '\uffff',
  '😀',
  '\u{10ffff}',
);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: edges }));

test('the order is that of the UTF-8 bytes', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { numRuns: 2_000 },
  );
});

test('a text that begins with another comes after it, however they go on', () => {
  fc.assert(
    fc.property(
      text,
      text,
      edges,
      (a, b, c) => Math.sign(compareBytes(a + b, a + c)) === Math.sign(compareBytes(b, c)),
    ),
  );
});

test('where UTF-16 has another order', () => {
  const sorted = ['z', '\ud7ff', '\ue000', '\uffff', '\u{10000}', '\u{10ffff}'];
  expect([...sorted].reverse().sort(compareBytes)).toEqual(sorted);
  expect([...sorted].sort()).not.toEqual(sorted);
});
