import type { SendOutcome } from './entry-outcome.js';
import { SendBatchError } from './send-batch-error.js';

/** What became of many messages. */
export interface SendReport {
  readonly sent: number;
  readonly failed: number;
  /** The first hundred of those that failed, by their place in the source, and why; `sendEach` tells of all. */
  readonly failures: readonly { readonly index: number; readonly error: Error }[];
}

/** Failures that are kept: what is sent may be of any length. */
const mostKept = 100;

/**
 * Counts outcomes.
 *
 * @throws SendBatchError when one failed, or when the outcomes end with an error
 */
export async function reportOf(where: string, outcomes: AsyncIterable<SendOutcome>): Promise<SendReport> {
  let [sent, failed] = [0, 0];
  const failures: { readonly index: number; readonly error: Error }[] = [];
  const report = (): SendReport => ({ sent, failed, failures });
  try {
    for await (const outcome of outcomes) {
      if (outcome.status === 'sent') sent += 1;
      else {
        failed += 1;
        if (failures.length < mostKept) failures.push(outcome);
      }
    }
  } catch (cause) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    throw new SendBatchError(`${where}: stopped after ${sent + failed} messages by ${why}`, report(), cause);
  }
  const [first] = failures;
  if (first === undefined) return report();
  const message = `${where}: ${failed} of ${sent + failed} messages were not sent; the first is that at ${first.index}: ${first.error.message}`;
  throw new SendBatchError(message, report(), first.error);
}
