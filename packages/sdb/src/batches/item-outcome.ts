import { isOptionError } from '@proj/core';
import { isLimitError } from '../client/index.js';

/**
 * What became of one item of a batch.
 *
 * @example
 * ```ts
 * for await (const outcome of domain.batchPutEach(source)) if (outcome.status === 'refused') console.warn(outcome.error);
 * ```
 */
export type ItemOutcome =
  | { readonly name: string; readonly status: 'done' }
  | { readonly name: string; readonly status: 'refused'; readonly error: Error };

/** Codes by which SimpleDB refuses a whole batch for one of its items. */
const ofAnItem: ReadonlySet<string> = new Set([
  'DuplicateItemName',
  'InvalidParameterValue',
  'MissingParameter',
  'NumberItemAttributesExceeded',
  'NumberSubmittedAttributesExceeded',
]);

/** Whether an error speaks of an item, so that others may do better. */
function isOfAnItem(error: unknown): error is Error {
  return isLimitError(error) || isOptionError(error) || (error instanceof Error && ofAnItem.has(error.name));
}

/**
 * Sends a batch, and where an item of it is refused, its halves, down to the item: one refused item keeps no other from being
 * written. What was sent before is sent again, which changes nothing.
 */
export async function sendBatch<T extends { readonly name: string }>(
  items: readonly T[],
  send: (items: readonly T[]) => Promise<unknown>,
): Promise<readonly ItemOutcome[]> {
  try {
    await send(items);
    return items.map(({ name }) => ({ name, status: 'done' }));
  } catch (error) {
    if (!isOfAnItem(error)) throw error;
    const [only] = items;
    if (only !== undefined && items.length === 1) return [{ name: only.name, status: 'refused', error }];
    const middle = Math.ceil(items.length / 2);
    const before = await sendBatch(items.slice(0, middle), send);
    return [...before, ...(await sendBatch(items.slice(middle), send))];
  }
}
