import { OptionError } from '@proj/core';
import type { UpdateCondition } from '../client/index.js';
import { checkName, checkValue } from '../query/check-text.js';

/**
 * What has to hold of the item for a write to be done: an attribute has this one value, or it is absent.
 *
 * @example
 * ```ts
 * const unchanged: OnlyIf = { name: 'version', value: '7' };
 * const fresh: OnlyIf = { name: 'version', absent: true };
 * ```
 */
export type OnlyIf =
  | { readonly name: string; readonly value: string; readonly absent?: never }
  | { readonly name: string; readonly absent: true; readonly value?: never };

const forms = '{ name, value } or { name, absent: true }';

/**
 * The condition as it is sent; none where none is given.
 *
 * @throws OptionError for what is no condition: a write without its condition would be worse than none
 */
export function expectedOf(call: string, onlyIf: OnlyIf | undefined): UpdateCondition | undefined {
  if (onlyIf === undefined) return undefined;
  const { name, value, absent, ...others } = Object(onlyIf) as Partial<Record<keyof OnlyIf, unknown>>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new OptionError(`${call}: '${unknown}' is not a part of onlyIf, which is ${forms}`);
  checkName('attribute', name);
  if (absent === true && value === undefined) return { Name: name, Exists: false };
  if (absent !== undefined) throw new OptionError(`${call}: onlyIf is ${forms}`);
  checkValue(value);
  return { Name: name, Value: value };
}
