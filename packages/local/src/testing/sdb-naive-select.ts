import type { Comparison, Expression, OrderBy, Test } from '../services/simpledb/select/expression.js';
import type { Item } from '../services/simpledb/store/item.js';

type Rows = readonly Item[];

/** What an expression selects, said as sets of items and without any index; the oracle of the property test. */
export function naiveSelect(
  items: Rows,
  where: Expression | undefined,
  orderBy: OrderBy | undefined,
): readonly string[] {
  const sign = orderBy?.descending ? -1 : 1;
  const key = ({ attributes }: Item): string | undefined =>
    orderBy?.attribute === undefined
      ? ''
      : attributes
          .get(orderBy.attribute)
          ?.slice()
          .sort((a, b) => sign * bytes(a, b))[0];
  return rows(items, where)
    .filter((item) => key(item) !== undefined)
    .sort((a, b) => sign * (bytes(key(a) ?? '', key(b) ?? '') || bytes(a.name, b.name)))
    .map(({ name }) => name);
}

const bytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

function rows(items: Rows, where: Expression | undefined): Item[] {
  if (!where) return [...items];
  if (where.kind === 'not') {
    const without = new Set(rows(items, where.of));
    return items.filter((item) => !without.has(item));
  }
  if (where.kind === 'or') return items.filter((item) => where.parts.some((part) => rows([item], part).length > 0));
  if (where.kind === 'intersection') return where.parts.reduce<Item[]>((left, part) => rows(left, part), [...items]);
  if (where.kind === 'comparison') return items.filter((item) => comparison(item, where));
  return items.filter((item) => conjunction(item, parts(where)));
}

const parts = (where: Expression): readonly Expression[] =>
  where.kind === 'and' ? where.parts.flatMap(parts) : [where];

/** By attribute: there is a value that every part of that attribute holds for. */
function conjunction(item: Item, all: readonly Expression[]): boolean {
  const names = [...new Set(all.map(soleAttribute))];
  return names.every((name) => {
    const own = all.filter((part) => soleAttribute(part) === name);
    if (name === undefined) return own.every((part) => rows([item], part).length > 0);
    return (item.attributes.get(name) ?? []).some((value) =>
      own.every((part) => rows([{ ...item, attributes: new Map([[name, [value]]]) }], part).length > 0),
    );
  });
}

function soleAttribute(where: Expression): string | undefined {
  if (where.kind === 'comparison') {
    return where.operand.every || where.test.op.startsWith('is') ? undefined : where.operand.attribute;
  }
  if (where.kind !== 'and' && where.kind !== 'or') return undefined;
  const names = new Set(where.parts.map(soleAttribute));
  return names.size === 1 ? [...names][0] : undefined;
}

function comparison(item: Item, { operand, test }: Comparison): boolean {
  const values = operand.attribute === undefined ? [item.name] : (item.attributes.get(operand.attribute) ?? []);
  if (test.op === 'is null') return values.length === 0;
  if (test.op === 'is not null') return values.length > 0;
  if (operand.every) return values.length > 0 && values.every((value) => holds(value, test));
  return values.some((value) => holds(value, test));
}

function holds(value: string, test: Test): boolean {
  if ('values' in test) return test.values.some((one) => one === value);
  if ('low' in test) return bytes(test.low, value) <= 0 && bytes(value, test.high) <= 0;
  if (!('value' in test)) return false;
  const order = bytes(value, test.value);
  const answers: Readonly<Record<string, () => boolean>> = {
    '=': () => order === 0,
    '!=': () => order !== 0,
    '<': () => order < 0,
    '<=': () => order <= 0,
    '>': () => order > 0,
    '>=': () => order >= 0,
    like: () => pattern(test.value).test(value),
    'not like': () => !pattern(test.value).test(value),
  };
  return answers[test.op]?.() ?? false;
}

function pattern(text: string): RegExp {
  const source = text.replace(/\\[%\\]|./gsu, (part) => {
    if (part === '%') return '.*';
    return (part.length === 2 && part.startsWith('\\') ? part.slice(1) : part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'su');
}
