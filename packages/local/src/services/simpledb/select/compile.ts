import type { Item } from '../store/item.js';
import type { Comparison, Expression } from './expression.js';
import { valueTest } from './value-test.js';

/** Whether an item is selected. */
export type Matcher = (item: Item) => boolean;

type ValueMatcher = (value: string) => boolean;

/**
 * Compiles what stands after `where`.
 *
 * Comparisons of one attribute that `and` joins are one predicate: a single value must fulfil them all. `intersection`
 * and `not` work on the items that each side selects.
 *
 * @see https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/RangeValueQueriesSelect.html
 */
export function compile(expression: Expression | undefined): Matcher {
  if (!expression) return () => true;
  if (expression.kind === 'not') {
    const inside = compile(expression.of);
    return (item) => !inside(item);
  }
  const single = attributeOf(expression);
  if (single !== undefined) return anyValue(single, valueMatcher(expression));
  if (expression.kind === 'comparison') return compileComparison(expression);
  if (expression.kind === 'and') return allOf(compileAnd(expression.parts));
  const parts = expression.parts.map(compile);
  return expression.kind === 'or' ? (item) => parts.some((part) => part(item)) : allOf(parts);
}

function allOf(parts: readonly Matcher[]): Matcher {
  return (item) => parts.every((part) => part(item));
}

function anyValue(attribute: string, fits: ValueMatcher): Matcher {
  return ({ attributes }) => attributes.get(attribute)?.some(fits) === true;
}

/** Parts of one attribute are gathered, wherever they stand among the others. */
function compileAnd(parts: readonly Expression[]): readonly Matcher[] {
  const flat = parts.flatMap(flattenAnd);
  const predicates = new Map<string, ValueMatcher[]>();
  const others: Matcher[] = [];
  for (const part of flat) {
    const attribute = attributeOf(part);
    if (attribute === undefined) others.push(compile(part));
    else predicates.set(attribute, [...(predicates.get(attribute) ?? []), valueMatcher(part)]);
  }
  const gathered = [...predicates].map(([name, tests]) =>
    anyValue(name, (value) => tests.every((fits) => fits(value))),
  );
  return [...gathered, ...others];
}

function flattenAnd(expression: Expression): readonly Expression[] {
  return expression.kind === 'and' ? expression.parts.flatMap(flattenAnd) : [expression];
}

/** The one attribute whose single values decide; `undefined` when items decide. */
function attributeOf(expression: Expression): string | undefined {
  if (expression.kind === 'comparison') {
    const { operand, test } = expression;
    return operand.every || test.op === 'is null' || test.op === 'is not null' ? undefined : operand.attribute;
  }
  if (expression.kind === 'not' || expression.kind === 'intersection') return undefined;
  const [first, ...others] = expression.parts.map(attributeOf);
  return others.every((name) => name === first) ? first : undefined;
}

function valueMatcher(expression: Expression): ValueMatcher {
  if (expression.kind === 'comparison') return valueTest(expression.test);
  if (expression.kind === 'not') throw new TypeError('not is decided by items');
  const parts = expression.parts.map(valueMatcher);
  return expression.kind === 'or'
    ? (value) => parts.some((fits) => fits(value))
    : (value) => parts.every((fits) => fits(value));
}

/** Comparisons that items decide: of their names, of every value, of presence. */
function compileComparison({ operand, test }: Comparison): Matcher {
  const { attribute } = operand;
  if (test.op === 'is null') return (item) => attribute !== undefined && !item.attributes.has(attribute);
  if (test.op === 'is not null') return (item) => attribute === undefined || item.attributes.has(attribute);
  const fits = valueTest(test);
  if (attribute === undefined) return ({ name }) => fits(name);
  return ({ attributes }) => attributes.get(attribute)?.every(fits) === true;
}
