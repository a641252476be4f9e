import { expect, test } from 'vitest';
import { root } from '../process/root.mjs';
import { samples } from '../try-new-package/samples.mjs';
import { readArguments } from './arguments.mjs';
import { filled, templateOf } from './template.mjs';
import { planOf } from './words/plan.mjs';

test('words are filled in, and one that nobody knows is an error', () => {
  expect(filled('{{a}}-{{a}} {b} { c }', { a: 'x' })).toBe('x-x {b} { c }');
  expect(() => filled('{{toString}}', {})).toThrow('the template has {{toString}}');
});

test.each(samples)('$name has all its words and uses them, and one file of each name', async ({ name, options }) => {
  const { overlays, words } = await planOf(root, readArguments([name, ...options]));
  const template = templateOf(overlays);
  const texts = [...template].map(
    ([path, text]) => `${filled(path, words)}\n${filled(text, { ...words, example: '' })}`,
  );
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((text) => /\{\{|\}\}\w*\}\}|undefined\}/.test(text))).toEqual([]);
  const all = [...template].flat().join('\n');
  const aside = new Set(['listWire', 'rawType', 'id']); // of the other kinds of list and item
  expect(Object.keys(words).filter((word) => !all.includes(`{{${word}}}`) && !aside.has(word))).toEqual([]);
});
