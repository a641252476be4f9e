import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGlob } from './glob.js';
import { RegionNameError } from './region-name-error.js';

/** The definition itself, each pair of places asked once. */
function reference(pattern: string, name: string, answers: Map<string, boolean> = new Map()): boolean {
  const key = `${pattern.length} ${name.length}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const [first, rest] = [pattern[0], pattern.slice(1)];
  const tail = name.slice(1);
  const answer =
    first === undefined
      ? name === ''
      : first === '*'
        ? reference(rest, name, answers) || (name !== '' && reference(pattern, tail, answers))
        : name !== '' && (first === '?' || first === name[0]) && reference(rest, tail, answers);
  answers.set(key, answer);
  return answer;
}

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

test.each([
  ['eu-*', 'eu-west-1', true],
  ['eu-*', 'eu-', true],
  ['eu-*', 'us-east-1', false],
  ['*-1', 'eu-west-1', true],
  ['*-1', 'eu-west-1a', false],
  ['*west*', 'eu-west-1', true],
  ['us-?ast-1', 'us-east-1', true],
  ['us-east-?', 'us-east-', false],
  ['eu-west-1', 'eu-west-1', true],
  ['eu-west-1', 'eu-west-11', false],
  ['EU-*', 'eu-west-1', false],
  ['D?W', 'DFW', true],
  ['*', '', true],
  ['*', 'a\nb', true],
  ['?', '', false],
])('%j against %j is %j', (pattern, name, expected) => {
  expect(compileGlob(pattern)(name)).toBe(expected);
});

test('agrees with the definition', () => {
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '-', '*', '?'), minLength: 1, maxLength: 9 });
  const name = fc.string({ unit: fc.constantFrom('a', 'b', '-'), maxLength: 11 });
  fc.assert(
    fc.property(pattern, name, (p, n) => {
      expect(compileGlob(p)(n)).toBe(reference(p, n));
    }),
    { numRuns: 3000 },
  );
});

test('agrees with the definition for patterns and names of every allowed length', () => {
  const unit = fc.constantFrom('a', 'a', 'a', 'b', '?', '*');
  const filled = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 9 });
  fc.assert(
    fc.property(fc.string({ unit, minLength: 25, maxLength: 64 }), filled, fc.boolean(), (pattern, text, spoil) => {
      const fitting = pattern.replaceAll('*', text).replaceAll('?', 'b');
      const name = spoil ? `${fitting.slice(0, 20)}b${fitting.slice(21)}` : fitting;
      expect(compileGlob(pattern)(name)).toBe(reference(pattern, name));
      expect(compileGlob(pattern)(fitting)).toBe(true);
    }),
  );
});

test('a compiled glob keeps nothing from one name to the next', () => {
  const european = compileGlob('eu-*-?');
  expect(['eu-west-1', 'eu-', 'us-east-1', 'eu-west-1'].map(european)).toEqual([true, false, false, true]);
});

test('what has a special meaning in a regular expression is refused, not meant', () => {
  for (const pattern of ['eu.west', '(a+)+$', '[a-z]', 'a|b', 'a\\', '^a', 'a{2}']) {
    expect(() => compileGlob(pattern)).toThrow(RegionNameError);
  }
});

describe('no name and no pattern takes long', () => {
  test.each([
    ['*a'.repeat(32)],
    [`${'*a'.repeat(31)}*b`],
    [`*${'a'.repeat(62)}b`],
    [`*${'a?'.repeat(31)}b`],
    [`${'*'.repeat(63)}b`],
    [`*${'?'.repeat(62)}b`],
  ])('%s on 100 kB', (pattern) => {
    const matches = compileGlob(pattern);
    const name = 'a'.repeat(100_000);
    const best = Math.min(...[1, 2, 3].map(() => milliseconds(() => matches(name))));
    expect(best).toBeLessThan(50);
  });

  test('a pattern of 100 kB is refused at once', () => {
    expect(milliseconds(() => expect(() => compileGlob('*a'.repeat(50_000))).toThrow(RegionNameError))).toBeLessThan(
      50,
    );
  });
});
