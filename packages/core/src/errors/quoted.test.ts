import { expect, test } from 'vitest';
import { quoted } from './quoted.js';

test.each([
  ['eu-west-1', "'eu-west-1'"],
  ['', "''"],
  ['us-east-1\n', "'us-east-1\\u{a}'"],
  ['\u001b[31mred', "'\\u{1b}[31mred'"],
  ['\u202egnp', "'\\u{202e}gnp'"],
  ['😀', "'\\u{1f600}'"],
])('shows %j on one line of printable ASCII', (text, shown) => {
  expect(quoted(text)).toBe(shown);
});

test('cuts a long text', () => {
  expect(quoted('a'.repeat(100_000))).toBe(`'${'a'.repeat(64)}…'`);
});
