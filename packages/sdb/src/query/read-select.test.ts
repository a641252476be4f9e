import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteName, quoteValue } from './quote.js';
import { readSelect } from './read-select.js';
import { isSelectSyntaxError } from './select-syntax-error.js';
import { tokenize } from './tokenize.js';

const conditionOf = (text: string): string | undefined => {
  const { where } = readSelect(text);
  return where && text.slice(where.start, where.end);
};

test.each([
  ['select * from mydomain', { output: 'all', domain: 'mydomain' }],
  ['SELECT itemName() FROM `my``dom` LIMIT 5', { output: 'itemName', domain: 'my`dom', limit: 5 }],
  ['select ITEMNAME ( ) from d', { output: 'itemName', domain: 'd' }],
  ['select count(*) from mydomain', { output: 'count', domain: 'mydomain' }],
  ['select count, itemName from $d_1', { output: ['count', 'itemName'], domain: '$d_1' }],
  ['select Title, `Year 2`,`from` from d', { output: ['Title', 'Year 2', 'from'], domain: 'd' }],
  [
    '\n select\t*\nfrom d\norder by itemName() desc',
    { output: 'all', domain: 'd', orderBy: { attribute: undefined, descending: true } },
  ],
  [
    'select * from d order by `itemName()` asc',
    { output: 'all', domain: 'd', orderBy: { attribute: 'itemName()', descending: false } },
  ],
  [
    'select * from d order by itemName limit 0',
    { output: 'all', domain: 'd', orderBy: { attribute: 'itemName', descending: false }, limit: 0 },
  ],
])('%s', (text, parts) => {
  expect(readSelect(text)).toEqual(parts);
});

test.each([
  ["select * from d where Year > '1985'", "Year > '1985'"],
  ["select * from d where  a = '' order by limits desc limit 3", "a = ''"],
  [
    "select * from d where `order` = ' order by x limit 3' and (b in ('1', \"it's\")) limit 3",
    "`order` = ' order by x limit 3' and (b in ('1', \"it's\"))",
  ],
  [
    "select * from d where a = 'x''' intersection not every(b) like '%y' ",
    "a = 'x''' intersection not every(b) like '%y'",
  ],
])('the condition of %s', (text, condition) => {
  expect(conditionOf(text)).toBe(condition);
});

test.each([
  ['', 0, "'select'"],
  ['delete from d', 0, "'select'"],
  ['select from d', 7, 'a name'],
  ['select * form d', 9, "'from'"],
  ['select * from where', 14, 'a name'],
  ['select * from ``', 14, 'a name'],
  ['select a, from d', 10, 'a name'],
  ['select * from d where', 21, 'a condition'],
  ['select * from d where limit 5', 22, 'a condition'],
  ["select * from d where (a = '1'", 30, "')'"],
  ["select * from d where a = '1')", 29, "a '(' before the ')'"],
  ["select * from d where (a = '1' limit 3)", 31, 'a condition without other clauses'],
  ["select * from d where a = '1' where b = '2'", 30, 'a condition without other clauses'],
  ["select * from d where a = 'x", 26, "another ' behind the one"],
  ["select * from d where a = 'it's'", 31, "another ' behind the one"],
  ['select * from d order Year', 22, "'by'"],
  ['select * from d order by', 24, 'a name'],
  ['select * from d order by a desc, b', 31, 'its end'],
  ['select * from d limit many', 22, 'a whole number'],
  ['select * from d limit 99999999999999999999', 22, 'a whole number'],
  ['select * from d limit 5 order by a', 24, 'its end'],
  ['select * from d; select * from e', 15, 'a word, a quote or an operator'],
])('no select expression: %s', (text, position, expected) => {
  expect(() => readSelect(text)).toThrow(expect.objectContaining({ name: 'SelectSyntaxError', position, expected }));
});

test('a message shows no value', () => {
  expect(() => readSelect("select * from 'hidden'")).toThrow(
    'select: the expression needs a name at position 14, where a value is; mend it there',
  );
});

test('what was quoted is read back', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom("'", '"', '`', '\\', ' ', '%'), fc.string({ unit: 'binary', maxLength: 1 })),
    maxLength: 40,
  });
  fc.assert(
    fc.property(
      text,
      text.filter((name) => name !== ''),
      (value, name) => {
        expect(tokenize(`${quoteName(name)} = ${quoteValue(value)}`)).toMatchObject([
          { kind: 'name', text: name },
          { kind: 'symbol', text: '=' },
          { kind: 'value', text: value },
          { kind: 'end' },
        ]);
      },
    ),
  );
});

test('any text at all is read, or refused with its position', () => {
  const piece = fc.constantFrom(
    'select',
    '*',
    'from',
    'd',
    'where',
    "'",
    '"',
    '`',
    '(',
    ')',
    'order',
    'by',
    'limit',
    '5',
    ' ',
    ',',
    '=',
    ';',
    '😀',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(piece).map((all) => all.join(' ')),
      ),
      (text) => {
        try {
          readSelect(text);
        } catch (error) {
          if (!isSelectSyntaxError(error)) throw error;
          expect(error.position).toBeGreaterThanOrEqual(0);
          expect(error.position).toBeLessThanOrEqual(text.length);
        }
      },
    ),
  );
});

test('long texts of quotes are read once', () => {
  const quotes = "''".repeat(500_000);
  expect(tokenize(`'${quotes}'`)[0]?.text).toHaveLength(500_000);
  expect(() => tokenize(`'${quotes}`)).toThrow('a quote without an end');
});
