import { type TracingChannel, tracingChannel } from 'node:diagnostics_channel';
import type { Target } from '../targets/target.js';
import type { Call } from './call.js';
import type { FailureStatus, Outcome } from './outcome.js';
import { traced } from './traced.js';

/**
 * What the tracing channel `serviceset:call` tells of one call at one target: an operation, a page of a stream, a call of an object. From
 * `start` on there is where and what; at `asyncEnd` all of it. `error` comes before `asyncEnd` where the outcome is not `ok`.
 *
 * @example
 * import { tracingChannel } from 'node:diagnostics_channel';
 * tracingChannel('serviceset:call').asyncEnd.subscribe((message) => {
 *   const { target, operation, status, queue, wire, decode } = message as CallTrace;
 *   console.log(target.region, operation, status, { queue, wire, decode });
 * });
 */
export interface CallTrace {
  readonly target: Target;
  readonly operation: string;
  /** Milliseconds that it waited for a slot and for its turn. */
  readonly queue: number;
  /** Milliseconds on the wire: from sending its requests to the ends of their answers. */
  wire: number;
  /** Milliseconds of making objects of its answers. */
  decode: number;
  /** Milliseconds from its beginning to its outcome: wire, decode, and what the SDK did and waited in between. */
  elapsed: number;
  /** How many requests it took. */
  attempts: number;
  status: 'ok' | FailureStatus | undefined;
  error: Error | undefined;
}

const channel: TracingChannel<unknown, CallTrace> = tracingChannel('serviceset:call');

/** Makes the call, and tells those who listen of it. `queue`: the milliseconds that it has waited. */
export function traceCall<T>(call: Call, queue: number, make: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  if (!channel.hasSubscribers) return make();
  const { target, operation } = call;
  const outset = { wire: 0, decode: 0, elapsed: 0, attempts: 0, status: undefined, error: undefined };
  const trace: CallTrace = { target, operation, queue, ...outset };
  return traced(channel, trace, async () => {
    const outcome = await make();
    const { status, elapsed, attempts } = outcome;
    const error = outcome.status === 'ok' ? undefined : outcome.error;
    Object.assign(trace, { wire: call.wire, decode: call.decode, status, elapsed, attempts, error });
    return outcome;
  });
}
