import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.js';
import { compileGlob } from './glob.js';
import { nearest } from './nearest.js';

const regions = [
  'ap-east-1',
  'ca-west-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'me-south-1',
  'us-east-1',
  'us-east-2',
];
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
const glob = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 6 });

test.each([
  ['', '', 0],
  ['abc', '', 3],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['eu-wset-1', 'eu-west-1', 1],
  ['us-east-99', 'us-east-1', 2],
  ['eu-wset-*', 'eu-west-1', 1],
  ['*', 'eu-west-1', 0],
  ['?', '', 1],
])('%j is %j with %i edits', (pattern, name, edits) => {
  expect(editDistance(pattern, name)).toBe(edits);
});

test('the distance between words is symmetric, and 0 for equal words alone', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

test('a glob is 0 edits away from exactly the names that it matches', () => {
  fc.assert(
    fc.property(glob, word, (pattern, name) => {
      expect(editDistance(pattern, name) === 0).toBe(compileGlob(pattern)(name));
    }),
  );
});

test.each([
  ['us-east-99', 'us-east-1'],
  ['us-east-1\n', 'us-east-1'],
  ['US-EAST-2', 'us-east-2'],
  ['eu-wset-*', 'eu-west-1'],
  ['*-nroth-?', 'eu-north-1'],
  ['me-*-9', 'me-south-1'],
])('%j is nearest to %s', (pattern, name) => {
  expect(nearest(pattern, regions)).toBe(name);
});

test('names of any cloud and any case', () => {
  expect(nearest('dwf', ['SYD', 'DFW', 'ORD'])).toBe('DFW');
});

test('nothing is near when there are no names', () => {
  expect(nearest('us-east-1', [])).toBeUndefined();
});

test('a hostile length costs nothing', () => {
  const start = performance.now();
  expect(regions).toContain(nearest('x'.repeat(1_000_000), regions));
  expect(performance.now() - start).toBeLessThan(50);
});
