/**
 * What became of one message of a batch, in the order in which they were given.
 *
 * @example
 * ```ts
 * for await (const outcome of queue.sendEach(messages)) if (outcome.status === 'failed') console.warn(outcome.error.message);
 * ```
 */
export type SendOutcome =
  | {
      readonly index: number;
      readonly status: 'sent';
      readonly id: string;
      readonly sequenceNumber: string | undefined;
    }
  | { readonly index: number; readonly status: 'failed'; readonly error: Error };
