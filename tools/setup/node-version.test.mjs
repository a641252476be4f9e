import { expect, test } from 'vitest';
import { isTooOld } from './node-version.mjs';

test.each([
  ['18.20.4', true],
  ['20.9.0', true],
  ['20.18.3', true],
  ['20.19.0', false],
  ['20.20.2', false],
  ['22.1.0', false],
  ['100.0.0', false],
])('Node %s is too old for >=20.19: %s', (version, expected) => {
  expect(isTooOld(version, '>=20.19')).toBe(expected);
});
