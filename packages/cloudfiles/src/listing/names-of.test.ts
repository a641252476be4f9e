import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { namesOf } from './names-of.js';

const ascii = (text: string) =>
  text.replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** As Python writes it. */
function asPython(rows: readonly object[]): string {
  const members = (row: object) =>
    Object.entries(row).map(([name, value]) => `"${name}": ${ascii(JSON.stringify(value))}`);
  return `[${rows.map((row) => `{${members(row).join(', ')}}`).join(', ')}]`;
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '"',
    '\\',
    '\\"',
    'a\\',
    '", "name": "',
    '"name": "',
    '{"bytes": ',
    'name',
    '}',
    '{',
    ', ',
    'é',
    '😀',
    '',
  ),
);
const row = fc.record({ bytes: fc.nat(), hash: text, name: text, content_type: text, last_modified: text });

test('names are those that JSON has, whatever stands around them and in them', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(JSON.stringify, asPython),
      (rows, write) => {
        expect(namesOf(write(rows))).toEqual(rows.map(({ name }) => ({ name })));
      },
    ),
    { numRuns: 1_000 },
  );
});

test.each([
  '',
  '[]',
  '{"name": "a"}',
  '[{"name": "a"}',
  '[{"name": "a}]',
  '[{"name": 5}]',
  '[{"name": "a"}, {"bytes": 1}]',
  '[{"name": "a"}, {"subdir": "b/"}]',
  '[{"bytes": 1, "name": "a"}, {"bytes": 1}]',
])('%j is left to JSON.parse', (page) => {
  expect(namesOf(page)).toBeUndefined();
});
