import { OptionError } from '@proj/core';
import type { Attribute, ReplaceableAttribute } from '../client/index.js';
import { checkName, checkValue } from '../query/check-text.js';

/**
 * The attributes of an item as they are read: each has one value or more, in no order. The object has no prototype, so that
 * no name of an attribute means anything else.
 *
 * @example
 * ```ts
 * const { Keyword = [] }: Attributes = (await domain.get('1579124585')) ?? {};
 * ```
 */
export type Attributes = Readonly<Record<string, readonly string[]>>;

/**
 * The attributes of an item as they are written: a value, or a list of them.
 *
 * @example
 * ```ts
 * const values: Values = { Year: '1979', Keyword: ['Book', 'Hardcover'] };
 * ```
 */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** Gathers the values that the service gave by their names. */
export function attributesOf(pairs: readonly Attribute[] = []): Attributes {
  const attributes: Record<string, string[]> = Object.create(null);
  for (const { Name = '', Value = '' } of pairs) {
    const values = attributes[Name];
    if (values === undefined) attributes[Name] = [Value];
    else values.push(Value);
  }
  return attributes;
}

/**
 * Attributes as they are sent. There is at least one pair: a request without any would mean something else.
 *
 * @throws OptionError for none, for one without values, and for values that are no texts; LimitError for texts that are too long
 */
export function pairsOf(call: string, values: unknown): readonly (Attribute & { readonly Name: string })[] {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new OptionError(`${call}: attributes are an object of values by names, such as { Year: '1979' }`);
  }
  const pairs = Object.entries(values).flatMap(([Name, given]) => {
    checkName('attribute', Name);
    return listOf(call, Name, given).map((Value) => ({ Name, Value }));
  });
  if (pairs.length === 0) throw new OptionError(`${call}: there are no attributes, and an item has at least one`);
  return pairs;
}

/** The same, each with whether it takes the place of the values that are there. */
export function replacing(
  pairs: readonly (Attribute & { readonly Name: string })[],
  replace: boolean | readonly string[],
): readonly ReplaceableAttribute[] {
  if (replace === false) return pairs;
  return pairs.map((pair) => (replace === true || replace.includes(pair.Name) ? { ...pair, Replace: true } : pair));
}

function listOf(call: string, name: string, given: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(given) ? Array.from(given) : [given];
  if (list.length === 0) {
    throw new OptionError(`${call}: ${JSON.stringify(name)} has no values: leave it out, or delete it from the item`);
  }
  return list.map((value) => {
    checkValue(value);
    return value;
  });
}
