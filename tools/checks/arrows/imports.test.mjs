import { expect, test } from 'vitest';
import { importsOf } from './imports.mjs';

const names = (/** @type {string} */ text) => importsOf('a.ts', text).map(({ specifier }) => specifier);

test.each([
  ["import a from 'x';", 'x'],
  ["import type { A } from 'x';", 'x'],
  ["import { type A } from 'x';", 'x'],
  ["import 'x';", 'x'],
  ["export { a } from 'x';", 'x'],
  ["export type { A } from 'x';", 'x'],
  ["export * from 'x';", 'x'],
  ["const a = await import('x');", 'x'],
  ["type A = import('x').A;", 'x'],
  ["import a = require('x');", 'x'],
  ["const a = require('x');", 'x'],
  ["const a = lazyRequire('x');", 'x'],
  ["require.resolve('x');", 'x'],
])('sees %s', (text, expected) => {
  expect(names(text)).toEqual([expected]);
});

test('is not taken in by comments and strings', () => {
  expect(names(`// import a from 'x'\nconst text = "import b from 'y'"; export const c = \`require('z')\`;`)).toEqual(
    [],
  );
});

test('knows the line', () => {
  expect(importsOf('a.ts', "\n\nimport 'x';")).toEqual([{ specifier: 'x', line: 3 }]);
});
