import { isOptionError } from '@proj/core';
import { expect, test } from 'vitest';
import { isLimitError } from '../client/limits/limit-error.js';
import { attr } from './attribute-name.js';
import { condition } from './condition.js';
import { select } from './select.js';
import { isSelectExpression, SelectExpression } from './select-expression.js';
import type { SelectSubstitution } from './select-substitution.js';
import { isSelectTemplateError } from './select-template-error.js';

const domain = 'my-domain';
const placed = { name: domain, region: 'eu-west-1' };
/** What only a caller without types could substitute. */
const odd = (value: unknown): SelectSubstitution => value as SelectSubstitution;

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('names, values and the domain are quoted for their places', () => {
  const query = select`* from ${domain} where ${attr('it`s')} > ${"it's"} order by ${attr('it`s')} desc limit ${10}`;
  expect(query.text).toBe("select * from `my-domain` where `it``s` > 'it''s' order by `it``s` desc limit 10");
  expect(query.domain).toBe(domain);
  expect(query.parts).toMatchObject({ output: 'all', orderBy: { attribute: 'it`s', descending: true }, limit: 10 });
  expect(String(query)).toBe(query.text);
});

test.each([
  [select`* from ${placed}`, 'select * from `my-domain`'],
  [select`count(*) FROM\n ${domain}`, 'select count(*) FROM\n `my-domain`'],
  [select`${[attr('a'), attr('b')]} from d`, 'select `a`, `b` from d'],
  [select`${attr('a')} from d limit 5`, 'select `a` from d limit 5'],
  [select`* from d where a in ${['x', "y'"]}`, "select * from d where a in ('x', 'y''')"],
  [select`* from d where a in(${['x', 'y']})`, "select * from d where a in('x', 'y')"],
  [select`* from d where every(${attr('a')}) = ${''}`, "select * from d where every(`a`) = ''"],
  [select`* from d where a = ${1979} and b != ${0}`, "select * from d where a = '1979' and b != '0'"],
  [select`* from d where a > ${new Date(0)}`, "select * from d where a > '1970-01-01T00:00:00.000Z'"],
  [select`* from d where a = ${'from'} or b = ${'limit'}`, "select * from d where a = 'from' or b = 'limit'"],
  [select`* from d where \`from\` = ${'x'}`, "select * from d where `from` = 'x'"],
  [select`* from d where a like ${'50\\%'} or b = 'it''s'`, "select * from d where a like '50\\%' or b = 'it''s'"],
])('%s', (query, text) => {
  expect(query.text).toBe(text);
});

test('conditions compose, and mean the same in every place', () => {
  const either = condition`a = ${'1'} or b = ${'2'}`;
  const both = condition`${either} and not ${condition`c is null`}`;
  expect(String(both)).toBe("(a = '1' or b = '2') and not (c is null)");
  expect(select`* from d where ${both} intersection e = ${'3'}`.text).toBe(
    "select * from d where ((a = '1' or b = '2') and not (c is null)) intersection e = '3'",
  );
});

test('pieces that stand side by side stay two', () => {
  const value = 'x';
  // SimpleDB refuses these: what matters is that it gets what was written here, and not one value of both.
  expect(select`* from d where a = ${value}${value}`.text).toBe("select * from d where a = 'x' 'x'");
  expect(select`* from d where a = 'y'${value}`.text).toBe("select * from d where a = 'y' 'x'");
  expect(select`* from d where ${attr('a')}\`b\` = ''`.text).toBe("select * from d where `a` `b` = ''");
  expect(() => select`* from d limit ${1}0`).toThrow("the expression needs its end at position 24, where '0' is");
});

test.each([
  ['null', null],
  ['undefined', undefined],
  ['a boolean', true],
  ['a bigint', 5n],
  ['a negative number', -1],
  ['a fraction', 0.5],
  ['no number', Number.NaN],
  ['a number without all its digits', 2 ** 53],
  ['an object', { text: 'a = a' }],
  ['an object with a name, behind no from', { name: 'mydomain' }],
  ['a function', () => 'x'],
  ['a symbol', Symbol('x')],
  ['an empty list', []],
  ['a list of lists', [['x']]],
  ['a list of names and values', [attr('a'), 'x']],
  ['a list of conditions', [condition`a = ''`]],
  ['a list with a hole', Object.assign(['x'], { 2: 'y' })],
  ['a whole expression', new SelectExpression('select * from d')],
])('%s is refused', (_, value) => {
  const error = thrownBy(() => select`* from ${domain} where a in ${odd(value)}`);
  expect(isSelectTemplateError(error)).toBe(true);
  expect(error).toMatchObject({ index: 1, message: expect.stringMatching(/^select: substitution 2 of the template /) });
});

test('nothing that came as JSON is a name or a condition', () => {
  const { name, text } = { name: attr('a'), text: condition`a = 'x'` };
  for (const copy of [JSON.parse(JSON.stringify(name)), JSON.parse(JSON.stringify(text))]) {
    expect(isSelectTemplateError(thrownBy(() => select`* from d where ${odd(copy)}`))).toBe(true);
  }
});

test('quotes around a substitution are refused', () => {
  for (const act of [
    () => select`* from d where a = '${'x'}'`,
    () => select`* from d where a = "it's ${'x'}"`,
    () => select`* from \`${'mydomain'}\``,
    () => condition`a like '%${'x'}%'`,
  ]) {
    expect(isSelectTemplateError(thrownBy(act))).toBe(true);
  }
  expect(() => condition`a = '${'x'}'`).toThrow(
    "condition: substitution 1 of the template stands in quotes, behind ': take the quotes away, since it is given its own",
  );
});

test('a domain is one, or the name of one', () => {
  for (const name of ['a`b', 'my domain', '']) expect(isLimitError(thrownBy(() => select`* from ${name}`))).toBe(true);
  for (const other of [attr('mydomain'), 5, null, ['mydomain'], { name: 5 }, condition`a = ''`]) {
    expect(isOptionError(thrownBy(() => select`* from ${odd(other)}`))).toBe(true);
  }
});

test('a limit is a number, a condition keeps its place', () => {
  expect(() => select`* from d limit ${'5'}`).toThrow('a whole number');
  expect(() => select`* from d limit ${odd(-5)}`).toThrow('substitution 1');
  expect(() => condition`a = ${'x'} limit ${5}`).toThrow('a condition without other clauses');
  expect(() => condition`a = ${'x'}) or (b = ${'y'}`).toThrow("a '(' before the ')'");
  expect(() => condition``).toThrow('a condition');
});

test('only a template is a template', () => {
  const strings = ['* from d where ', ''] as unknown as TemplateStringsArray;
  for (const called of [strings, [], 'x', { raw: [] }, undefined]) {
    expect(isOptionError(thrownBy(() => select(called as TemplateStringsArray, attr('a'))))).toBe(true);
  }
});

test('an expression is known by its brand', () => {
  expect(isSelectExpression(select`* from d`)).toBe(true);
  for (const other of ['select * from d', { text: 'select * from d', domain: 'd' }, null]) {
    expect(isSelectExpression(other)).toBe(false);
  }
});
