import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileGlob } from './glob.js';
import { isNoRegionError, NoRegionError } from './no-region-error.js';
import { isRegionNameError, RegionNameError } from './region-name-error.js';
import { isExact, parseSelection, selectRegions } from './select.js';

const base = ['ap-east-1', 'eu-north-1', 'eu-west-1', 'me-south-1', 'us-east-1', 'us-east-2'];
const known = [...base, 'us-gov-east-1', 'us-gov-west-1'];

function select(...patterns: string[]): readonly string[] {
  return selectRegions(parseSelection(patterns), base, known);
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('parseSelection', () => {
  test('sorts names, globs and exclusions', () => {
    expect(parseSelection(['eu-*', 'us-east-1', '!me-*', '!eu-west-1', 'DFW'])).toEqual({
      exact: ['us-east-1', 'DFW'],
      globs: ['eu-*'],
      excluded: ['me-*', 'eu-west-1'],
    });
  });

  test.each([
    [''],
    [' '],
    ['!'],
    ['!!me-*'],
    ['eu-west-1!'],
    [' eu-west-1'],
    ['us-east-1\n'],
    ['us-east-1\u2028'],
    ['../x'],
    ['a.b'],
    ['%2e'],
    ['x@attacker:443/#'],
    ['eu-west-１'],
    ['a'.repeat(65)],
    [`!${'a'.repeat(65)}`],
  ])('refuses %j', (pattern) => {
    const error = thrownBy(() => parseSelection(['eu-west-1', pattern]));
    expect(isRegionNameError(error)).toBe(true);
    expect(String(error)).toMatch(/use letters, digits|64 characters at most/);
    expect(String(error)).toMatch(/^[ -~…]*$/);
  });

  test('takes 64 characters, the ! not counted', () => {
    expect(parseSelection([`!${'a'.repeat(64)}`]).excluded).toHaveLength(1);
  });

  test.each([[[]], ['eu-*'], [undefined], [[1]], [[undefined]]])(
    'refuses %j from a caller without types',
    (patterns) => {
      expect(() => parseSelection(patterns as unknown as string[])).toThrow(RegionNameError);
    },
  );
});

test('only exact names need no look-up', () => {
  expect(isExact(parseSelection(['us-east-1', 'eu-west-1']))).toBe(true);
  expect(isExact(parseSelection(['us-east-1', 'eu-*']))).toBe(false);
  expect(isExact(parseSelection(['us-east-1', '!eu-west-1']))).toBe(false);
  expect(isExact(parseSelection(['!eu-west-1']))).toBe(false);
});

describe('selectRegions', () => {
  test.each([
    [
      ['us-east-1', 'eu-*', 'us-east-1'],
      ['eu-north-1', 'eu-west-1', 'us-east-1'],
    ],
    [['!eu-*'], ['ap-east-1', 'me-south-1', 'us-east-1', 'us-east-2']],
    [['!eu-west-1', 'eu-*'], ['eu-north-1']],
    [['*'], base],
    [['us-east-?', '!*-2'], ['us-east-1']],
    [
      ['us-*', '!us-gov-*'],
      ['us-east-1', 'us-east-2'],
    ],
  ])('%j', (patterns, expected) => {
    expect(select(...patterns)).toEqual(expected);
  });

  test('takes any names, in the order of the base, each once', () => {
    expect(selectRegions(parseSelection(['SYD', '*F*', 'D*']), ['IAD', 'DFW', 'SYD', 'DFW'])).toEqual(['DFW', 'SYD']);
  });

  test('a pattern that takes in nothing names the nearest region', () => {
    const error = thrownBy(() => select('us-east-1', 'eu-wset-*'));
    expect(isNoRegionError(error)).toBe(true);
    expect(error).toMatchObject({
      message: "no region of this set matches 'eu-wset-*'; did you mean eu-west-1?",
      pattern: 'eu-wset-*',
      nearest: 'eu-west-1',
    });
  });

  test('a region that is not of this set is said to be one', () => {
    expect(() => select('us-gov-*')).toThrow(
      "no region of this set matches 'us-gov-*' (us-gov-east-1 is a region, but not of this set); did you mean us-east-1?",
    );
  });

  test('an exclusion outside the base is fine, one that matches no region at all is a typo', () => {
    expect(select('!us-gov-*')).toEqual(base);
    const error = thrownBy(() => select('!us-gvo-east-1'));
    expect(error).toMatchObject({ name: 'NoRegionError', pattern: 'us-gvo-east-1', nearest: 'us-gov-east-1' });
    expect(String(error)).toContain("no region matches 'us-gvo-east-1', which is to be left out; did you mean");
  });

  test('without a table of all regions, the base is all there is', () => {
    expect(() => selectRegions(parseSelection(['!us-gov-*']), base)).toThrow(NoRegionError);
    expect(selectRegions(parseSelection(['!eu-*']), base, [])).toHaveLength(4);
  });

  test.each([[['!*']], [['eu-*', '!eu-*']], [['us-east-1', '!us-east-1']]])('%j leaves nothing over', (patterns) => {
    const error = thrownBy(() => select(...patterns));
    expect(isNoRegionError(error)).toBe(true);
    expect(String(error)).toMatch(/every region is left out by '!.*': keep at least one/);
  });

  test('an empty base has nothing to choose from', () => {
    expect(() => selectRegions(parseSelection(['!eu-*']), [], known)).toThrow('this set has no regions to choose from');
    expect(() => selectRegions(parseSelection(['eu-*']), [], [])).toThrow(/matches 'eu-\*'$/);
  });

  test('is the base filtered by what is taken in and left out', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 4 });
    const glob = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 4 });
    const pattern = fc.oneof(
      glob,
      glob.map((text) => `!${text}`),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1 }),
        fc.array(pattern, { minLength: 1, maxLength: 4 }),
        (names, patterns) => {
          const hits = (text: string) => names.filter(compileGlob(text.replace('!', '')));
          const included = patterns.filter((text) => !text.startsWith('!'));
          const excluded = patterns.filter((text) => text.startsWith('!')).flatMap(hits);
          const expected = names
            .filter((one) => included.length === 0 || included.some((text) => hits(text).includes(one)))
            .filter((one) => !excluded.includes(one));
          const run = () => selectRegions(parseSelection(patterns), names);
          if (expected.length === 0 || patterns.some((text) => hits(text).length === 0))
            expect(run).toThrow(NoRegionError);
          else expect(run()).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });
});
