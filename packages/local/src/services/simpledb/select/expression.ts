/** What is compared: an attribute, each value by itself or all of them, or the item's name. */
export interface Operand {
  /** `undefined` is `itemName()`. */
  readonly attribute: string | undefined;
  readonly every: boolean;
}

/** What a value is held against. */
export type Test =
  | { readonly op: '=' | '!=' | '<' | '<=' | '>' | '>='; readonly value: string }
  | { readonly op: 'like' | 'not like'; readonly value: string }
  | { readonly op: 'between'; readonly low: string; readonly high: string }
  | { readonly op: 'in'; readonly values: readonly string[] }
  | { readonly op: 'is null' | 'is not null' };

/** A comparison. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly operand: Operand;
  readonly test: Test;
}

/** What stands after `where`. */
export type Expression =
  | Comparison
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or' | 'intersection'; readonly parts: readonly Expression[] };

/** What is to be answered of each item. */
export type Output =
  | { readonly kind: 'all' | 'itemName' | 'count' }
  | { readonly kind: 'attributes'; readonly names: readonly string[] };

/** How the answer is sorted. */
export interface OrderBy {
  /** `undefined` is `itemName()`. */
  readonly attribute: string | undefined;
  readonly descending: boolean;
}

/** A select expression. */
export interface Select {
  readonly output: Output;
  readonly domain: string;
  readonly where: Expression | undefined;
  readonly orderBy: OrderBy | undefined;
  readonly limit: number | undefined;
}

/** Every comparison of an expression. */
export function comparisons(expression: Expression | undefined): readonly Comparison[] {
  if (!expression) return [];
  if (expression.kind === 'comparison') return [expression];
  if (expression.kind === 'not') return comparisons(expression.of);
  return expression.parts.flatMap(comparisons);
}
