import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareUtf8 } from './compare-utf8.js';

test('names sort as their bytes do', () => {
  const name = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
  );
});
