import type { AttributeName } from './attribute-name.js';
import type { Condition } from './condition.js';

/**
 * What a template quotes as a value: a text, a whole number as its digits, a date as `isoDate` writes it.
 *
 * @example
 * ```ts
 * const values: readonly SelectValue[] = ['The Right Stuff', 1979, new Date()];
 * ```
 */
export type SelectValue = string | number | Date;

/**
 * What can stand between `${` and `}` in a template of `select` and of `condition`.
 *
 * A text behind `from` is the domain's name, as is the `name` of an object there; a number behind `limit` is the limit. A list of
 * values gets its parentheses unless it stands in some.
 *
 * @example
 * ```ts
 * const part: SelectSubstitution = ['1998', '2000', '2003'];
 * select`* from mydomain where ${attr('Year')} in ${part}`;
 * ```
 */
export type SelectSubstitution =
  | SelectValue
  | AttributeName
  | Condition
  | { readonly name: string }
  | readonly SelectValue[]
  | readonly AttributeName[];
