import { BatchError } from './batch-error.js';
import type { ItemOutcome } from './item-outcome.js';

/**
 * What became of the items of a batch.
 *
 * @example
 * ```ts
 * const { done }: BatchReport = await domain.batchPut(source);
 * ```
 */
export interface BatchReport {
  /**
   * How many items were done, counted from the beginning of the source. Where it was stopped, some of those behind may have been done,
   * too, since several requests are under way at once: to do them again changes nothing.
   */
  readonly done: number;
  /** How many were refused. */
  readonly refused: number;
  /** The first hundred of those that were refused, and why; `batchPutEach` tells of all. */
  readonly refusals: readonly { readonly name: string; readonly error: Error }[];
}

/** Refusals that are kept: what is read may be of any length. */
const mostKept = 100;

/**
 * Counts outcomes.
 *
 * @throws BatchError when one was refused, or when the outcomes end with an error
 */
export async function reportOf(
  call: string,
  where: string,
  outcomes: AsyncIterable<ItemOutcome>,
): Promise<BatchReport> {
  let [done, refused] = [0, 0];
  const refusals: { readonly name: string; readonly error: Error }[] = [];
  const report = (): BatchReport => ({ done, refused, refusals });
  const count = `${call} in ${where}:`;
  try {
    for await (const outcome of outcomes) {
      if (outcome.status === 'done') done += 1;
      else {
        refused += 1;
        if (refusals.length < mostKept) refusals.push({ name: outcome.name, error: outcome.error });
      }
    }
  } catch (cause) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new BatchError(`${count} stopped after ${done + refused} items by ${why}`, report(), cause);
  }
  if (refused === 0) return report();
  const [first] = refusals;
  const message = `${count} ${refused} of ${done + refused} items were refused; the first is ${JSON.stringify(first?.name)}: ${first?.error.message}`;
  throw new BatchError(message, report(), first?.error);
}
