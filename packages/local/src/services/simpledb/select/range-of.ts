import type { Range } from '../store/range.js';
import type { Test } from './expression.js';
import { likePrefix } from './like.js';

/** Behind every text that begins with a prefix: no character is greater, and no text has 1,025 bytes. */
const LAST = '\u{10FFFF}'.repeat(257);

/** The range in which every value lies that passes the test; `undefined` when that is all values or no range at all. */
export function rangeOf(test: Test): Range | undefined {
  switch (test.op) {
    case '<':
    case '<=':
      return { to: { value: test.value, inclusive: test.op === '<=' } };
    case '>':
    case '>=':
      return { from: { value: test.value, inclusive: test.op === '>=' } };
    case 'between':
      return { from: { value: test.low, inclusive: true }, to: { value: test.high, inclusive: true } };
    case 'is not null':
      return {};
    case 'like':
      return prefixRange(test.value);
    default:
      return undefined;
  }
}

function prefixRange(pattern: string): Range | undefined {
  const { prefix, exact } = likePrefix(pattern);
  if (prefix === '' && !exact) return undefined;
  const to = exact ? prefix : prefix + LAST;
  return { from: { value: prefix, inclusive: true }, to: { value: to, inclusive: true } };
}
