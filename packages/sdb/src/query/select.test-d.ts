import { expectTypeOf, test } from 'vitest';
import type { SelectExpression } from '../index.js';
import {
  attr,
  type Codec,
  type Condition,
  condition,
  exactDouble,
  isoDate,
  paddedNumber,
  readSelect,
  select,
} from '../index.js';

test('what a template takes', () => {
  const domain = { name: 'mydomain', region: 'eu-west-1' };
  expectTypeOf(
    select`* from ${domain} where ${attr('a')} in ${['x', 1979, new Date()]}`,
  ).toEqualTypeOf<SelectExpression>();
  expectTypeOf(condition`${attr('a')} = ${exactDouble.encode(1)}`).toEqualTypeOf<Condition>();
  select`${[attr('a'), attr('b')]} from ${'mydomain'} where ${condition`a = 'x'`} limit ${5}`;
});

test('what it does not take', () => {
  // @ts-expect-error a truth value has a codec
  select`* from mydomain where a = ${true}`;
  // @ts-expect-error nothing is no value
  select`* from mydomain where a = ${undefined}`;
  // @ts-expect-error an expression is no part of another
  select`* from mydomain where a in ${select`a from mydomain`}`;
  // @ts-expect-error names and values do not go in one list
  select`* from mydomain where a in ${[attr('a'), 'x']}`;
  // @ts-expect-error only attr() makes a name, but behind from
  select`${[{ name: 'a', toString: () => 'a' }]} from mydomain`;
  // @ts-expect-error a list of texts is no template
  select(['* from mydomain']);
});

test('what is read, and what is encoded', () => {
  const { output, limit } = readSelect('select * from mydomain');
  expectTypeOf(output).toEqualTypeOf<'all' | 'itemName' | 'count' | readonly string[]>();
  expectTypeOf(limit).toEqualTypeOf<number | undefined>();
  expectTypeOf(paddedNumber({ digits: 5 })).toEqualTypeOf<Codec<number>>();
  expectTypeOf(isoDate).toEqualTypeOf<Codec<Date>>();
});
