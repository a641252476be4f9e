import { OptionError } from '@proj/core';
import { checkName } from '../query/check-text.js';
import { pairsOf, type Values } from './attributes.js';

/**
 * What to delete of an item: whole attributes by their names, or single values.
 *
 * @example
 * ```ts
 * const attributes: Deleted = ['Rating', 'Keyword'];
 * const values: Deleted = { Keyword: ['Paperback'] };
 * ```
 */
export type Deleted = readonly string[] | Values;

/**
 * What to delete as it is sent. There is something: a request without attributes would delete the whole item.
 *
 * @throws OptionError for nothing, LimitError for texts that are too long
 */
export function deletedPairs(
  call: string,
  only: Deleted,
): readonly { readonly Name: string; readonly Value?: string | undefined }[] {
  if (!Array.isArray(only)) return pairsOf(call, only);
  if (only.length === 0) {
    throw new OptionError(`${call}: only is an empty list: leave it out to delete the whole item`);
  }
  return Array.from(only, (name: unknown) => {
    checkName('attribute', name);
    return { Name: name };
  });
}
