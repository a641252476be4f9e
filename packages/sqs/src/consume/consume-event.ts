/** Where an event happened. */
interface Somewhere {
  readonly region: string;
  readonly queue: string;
}

/**
 * What a consumer tells of itself. Times are in milliseconds.
 *
 * - `received`: a poll brought messages
 * - `handled`: a handler was done with one; `lag` is from its sending to the handler's beginning, `took` the handler's time
 * - `failed`: a handler threw; the message is visible again after `retryIn`
 * - `deleted`, `returned`, `extended`: what was done to how many messages, and to which
 * - `duplicate`: one was known already, and is deleted unhandled
 * - `lost`: one could not be kept invisible, or not be deleted, and will come again
 * - `regionFailed`: a queue could not be polled, and is tried again after `retryIn`; `regionRecovered`: it could be polled again
 */
export type ConsumeEvent = Somewhere &
  (
    | {
        readonly type: 'received' | 'deleted' | 'returned' | 'extended';
        readonly messages: number;
        readonly ids: readonly string[];
      }
    | { readonly type: 'handled'; readonly id: string; readonly lag: number | undefined; readonly took: number }
    | { readonly type: 'failed'; readonly id: string; readonly error: unknown; readonly retryIn: number }
    | { readonly type: 'duplicate'; readonly id: string; readonly key: string }
    | { readonly type: 'lost'; readonly id: string; readonly error: unknown }
    | { readonly type: 'regionFailed'; readonly error: unknown; readonly retryIn: number }
    | { readonly type: 'regionRecovered' }
  );

/** What a consumer did, from its beginning to its end. */
export interface ConsumeReport {
  readonly received: number;
  readonly handled: number;
  readonly failed: number;
  readonly deleted: number;
  /** Given back: those whose handlers failed, and those that were at hand when it ended. */
  readonly returned: number;
  readonly duplicates: number;
  /** Those that will come again, since they could not be kept, deleted or given back. */
  readonly lost: number;
}
