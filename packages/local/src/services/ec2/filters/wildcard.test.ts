import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileWildcard } from './wildcard.js';

const alphabet = fc.constantFrom('a', 'b', '*', '?', '\\', '.', '😀');
const word = fc.array(alphabet, { maxLength: 8 }).map((letters) => letters.join(''));

/** Another way to the same answer: a regular expression. */
function byRegex(pattern: string): RegExp {
  const source = pattern.replace(/\\([\s\S])|[\s\S]/gu, (part, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
    if (part === '*') return '[^]*';
    if (part === '?') return '[^]';
    return part.replace(/[\\^$.+()[\]{}|]/, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u');
}

describe('compileWildcard', () => {
  it('matches as a regular expression would', () => {
    fc.assert(
      fc.property(word, word, (pattern, text) => {
        expect(compileWildcard(pattern)(text)).toBe(byRegex(pattern).test(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('matches every text that is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(compileWildcard(text.replace(/[\\*?]/g, '\\$&'))(text)).toBe(true);
      }),
    );
  });

  it('is not led into trying everything', () => {
    const startedAt = performance.now();
    expect(compileWildcard(`${'*a'.repeat(100)}b`)('a'.repeat(5000))).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
