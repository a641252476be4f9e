import type { AttributeIndex } from '../store/attribute-index.js';
import type { Domain } from '../store/domain.js';
import type { Item } from '../store/item.js';
import type { Range } from '../store/range.js';
import type { Comparison, Expression } from './expression.js';
import { rangeOf } from './range-of.js';

/** Values of which each is looked at to tell how many items have them. */
const LONG = 1000;

/** Items among which all that are selected can be found, and how many they are; `undefined` where only a scan finds them. */
export interface Candidates {
  readonly size: number;
  items(): Iterable<Item>;
}

/** Looks for indexes that narrow an expression down. What it gives may have too many items, never too few. */
export function plan(expression: Expression | undefined, domain: Domain): Candidates | undefined {
  if (!expression || expression.kind === 'not') return undefined;
  if (expression.kind === 'comparison') return planComparison(expression, domain);
  const parts = expression.parts.map((part) => plan(part, domain));
  return expression.kind === 'or' ? union(parts) : smallest(parts);
}

function smallest(parts: readonly (Candidates | undefined)[]): Candidates | undefined {
  return parts.reduce((best, part) => (part && (!best || part.size < best.size) ? part : best), undefined);
}

/** One part that needs a scan makes the whole a scan. */
function union(parts: readonly (Candidates | undefined)[]): Candidates | undefined {
  const all = parts.filter((part) => part !== undefined);
  if (all.length < parts.length) return undefined;
  return {
    size: all.reduce((sum, { size }) => sum + size, 0),
    items: () => new Set(all.flatMap((part) => [...part.items()])),
  };
}

/** With `every()` too: an item all of whose values fit has one that fits. */
function planComparison({ operand: { attribute }, test }: Comparison, domain: Domain): Candidates | undefined {
  const values = test.op === '=' ? [test.value] : test.op === 'in' ? test.values : undefined;
  const range = values ? undefined : rangeOf(test);
  if (!values && !range) return undefined;
  if (attribute === undefined) return values ? ofNames(values, domain) : ofNamesIn(range ?? {}, domain);
  const index = domain.indexes.get(attribute);
  if (!index) return { size: 0, items: () => [] };
  return values ? ofValues(values, index) : ofRange(range ?? {}, index);
}

function ofValues(values: readonly string[], index: AttributeIndex): Candidates {
  return {
    size: values.reduce((sum, value) => sum + index.count(value), 0),
    items: () => new Set(values.flatMap((value) => [...index.equal(value)])),
  };
}

/** Of a long range the size is told by its ends alone: how many values there are, one item for each at least. */
function ofRange(range: Range, index: AttributeIndex): Candidates {
  const [start, end] = index.values.span(range);
  const values = () => index.values.all().slice(start, end);
  if (end - start <= LONG) return ofValues(values(), index);
  return { size: end - start, items: () => ofValues(values(), index).items() };
}

function ofNames(names: readonly string[], { items }: Domain): Candidates {
  const found = [...new Set(names)].map((name) => items.get(name)).filter((item) => item !== undefined);
  return { size: found.length, items: () => found };
}

function ofNamesIn(range: Range, domain: Domain): Candidates {
  const [start, end] = domain.names.span(range);
  return { size: end - start, items: () => ofNames(domain.names.all().slice(start, end), domain).items() };
}
