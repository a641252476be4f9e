import { compareBytes } from '../../ordering/compare-bytes.js';
import type { Test } from './expression.js';
import { likeTest } from './like.js';

/** Compiles a test of one value. `is null` and `is not null` are no tests of values. */
export function valueTest(test: Test): (value: string) => boolean {
  switch (test.op) {
    case '=':
      return (value) => value === test.value;
    case '!=':
      return (value) => value !== test.value;
    case '<':
      return (value) => compareBytes(value, test.value) < 0;
    case '<=':
      return (value) => compareBytes(value, test.value) <= 0;
    case '>':
      return (value) => compareBytes(value, test.value) > 0;
    case '>=':
      return (value) => compareBytes(value, test.value) >= 0;
    case 'between':
      return (value) => compareBytes(value, test.low) >= 0 && compareBytes(value, test.high) <= 0;
    case 'in': {
      const values = new Set(test.values);
      return (value) => values.has(value);
    }
    case 'like':
      return likeTest(test.value);
    case 'not like': {
      const like = likeTest(test.value);
      return (value) => !like(value);
    }
    default:
      throw new TypeError(`${test.op} is no test of a value`);
  }
}
