import { type TracingChannel, tracingChannel } from 'node:diagnostics_channel';
import { type Call, spending } from '../../fanout/call.js';
import { traced } from '../../fanout/traced.js';
import type { Target } from '../../targets/target.js';
import { presentable } from '../failures/clean-error.js';

/**
 * What the tracing channel `serviceset:request` tells of one request on the wire: the first attempt, or a retry of the SDK's. It
 * ends (`asyncEnd`) with the head of the answer. Nothing that was signed or answered is in it.
 *
 * @example
 * import { tracingChannel } from 'node:diagnostics_channel';
 * tracingChannel('serviceset:request').start.subscribe((message) => {
 *   const { target, operation, attempt } = message as RequestTrace;
 *   if (attempt > 1) console.log(`${target.region}: ${operation} is tried again`);
 * });
 */
export interface RequestTrace {
  readonly target: Target;
  readonly operation: string;
  /** 1 for the first request of the call. */
  readonly attempt: number;
  /** Milliseconds until the head of the answer. */
  wire: number;
  /** The status of the answer, where there was one. */
  statusCode: number | undefined;
  error: Error | undefined;
}

interface Answered {
  readonly response: { readonly statusCode?: number };
}

const channel: TracingChannel<unknown, RequestTrace> = tracingChannel('serviceset:request');

/** Sends a request of the call, whose time on the wire it adds to, and tells those who listen of it. */
export function traceRequest<R extends Answered>(call: Call, send: () => Promise<R>): Promise<R> {
  const sending = () => spending(call, 'wire', send);
  if (!channel.hasSubscribers) return sending();
  const { target, operation, requests: attempt } = call;
  const trace: RequestTrace = { target, operation, attempt, wire: 0, statusCode: undefined, error: undefined };
  const before = performance.now();
  return traced(channel, trace, async () => {
    try {
      const answer = await sending();
      trace.statusCode = answer.response.statusCode;
      return answer;
    } catch (error) {
      trace.error = presentable(error);
      throw error;
    } finally {
      trace.wire = performance.now() - before;
    }
  });
}
