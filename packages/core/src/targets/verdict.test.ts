import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSelection, selectRegions } from './select.js';
import { verdictOn } from './verdict.js';

test.each([
  [['eu-*', '!eu-south-*'], 'eu-south-2', false, ['!eu-south-*']],
  [['eu-*', '!eu-south-*'], 'eu-west-1', true, ['eu-*']],
  [['us-east-1', 'eu-*'], 'ap-south-1', false, ['us-east-1', 'eu-*']],
  [['!me-*'], 'eu-west-1', true, []],
])('%j on %s', (patterns, name, takes, by) => {
  expect(verdictOn(parseSelection(patterns), name)).toEqual({ takes, by });
});

const base = ['us-east-1', 'us-west-2', 'eu-west-1', 'eu-south-2', 'me-south-1'];
const pattern = fc.constantFrom(...base, 'eu-*', '*-1', '?s-*', '!eu-*', '!*-2', '!me-south-1');

test('it agrees with the selection', () => {
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 5 }), (patterns) => {
      const selection = parseSelection(patterns);
      const taken = base.filter((name) => verdictOn(selection, name).takes);
      if (taken.length === 0) expect(() => selectRegions(selection, base)).toThrow();
      else expect(selectRegions(selection, base)).toEqual(taken);
    }),
  );
});
