import { expect, test } from 'vitest';
import { root } from '../../process/root.mjs';
import { sourceFiles } from '../../source/files.mjs';
import { escapesOf, unexcused } from './escapes.mjs';
import { excused } from './excused.mjs';

test('nothing in this repository escapes a check without an excuse', () => {
  expect(unexcused(sourceFiles(root), excused)).toEqual([]);
});

const path = 'packages/core/src/a.ts';

// Put together, so that this file does not itself hold what it looks for.
const ts = '@ts-';
test.each([
  ['const a: any = 1;', 'any'],
  ['const a = 1 as any;', 'any'],
  ['type A = Array<any>;', 'any'],
  ['function f(...args: any[]) {}', 'any'],
  ['const a = 1 as unknown as string;', 'as unknown as'],
  [`// ${ts}ignore\nconst a = 1;`, `${ts}ignore`],
  [`// ${ts}nocheck\nconst a = 1;`, `${ts}nocheck`],
  [`// ${ts}expect-error\nconst a = 1;`, `${ts}expect-error`],
  [`// ${'biome'}-ignore lint: why\nconst a = 1;`, 'biome-ignore'],
  [`/** @type {${'any'}} */\nconst a = 1;`, 'any'],
])('%s is seen', (text, kind) => {
  expect(escapesOf({ path, text })).toEqual([{ path, kind, line: 1 }]);
});

test('the word alone is not an escape, nor is an expected error in a type test', () => {
  expect(escapesOf({ path, text: `const any = 'as unknown as'; // any region` })).toEqual([]);
  expect(escapesOf({ path: 'a.test-d.ts', text: `// ${ts}expect-error\nconst a = 1;` })).toEqual([]);
});

test('a test may hand in what the types forbid', () => {
  const text = 'const a = 1 as unknown as string;';
  expect(escapesOf({ path: 'packages/core/src/a.test.ts', text })).toEqual([]);
});

test('an excuse holds for one escape, and only while that is there', () => {
  const file = { path, text: 'let a: any; let b: any;' };
  const excuse = { path, kind: 'any', why: 'a test' };
  expect(unexcused([file], [excuse])).toEqual([expect.stringContaining(`${path}:1 has 'any'`)]);
  expect(unexcused([file], [excuse, excuse])).toEqual([]);
  expect(unexcused([], [excuse])).toEqual([expect.stringContaining('take the line away')]);
});
