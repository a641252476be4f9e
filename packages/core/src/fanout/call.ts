import { AsyncLocalStorage } from 'node:async_hooks';
import type { Target } from '../targets/target.js';
import type { Limits } from './limits.js';

/** One call at one target while it runs, as everything that it calls can see it. */
export interface Call {
  readonly operation: string;
  readonly target: Target;
  /** What holds for the run that it is part of. */
  readonly limits: Limits;
  /** Aborts when the call's time is over or nobody wants its answer any more. */
  readonly signal: AbortSignal;
  /** How many requests were sent for it so far. */
  requests: number;
}

const calls = new AsyncLocalStorage<Call | undefined>();

/** The call that the code now running belongs to. */
export function currentCall(): Call | undefined {
  return calls.getStore();
}

/** Runs `work` as part of the call. */
export function runInCall<R>(call: Call, work: () => R): R {
  return calls.run(call, work);
}

/** Runs `work` as part of no call: for what many calls share, which must not end with the one that came first. */
export function runOutsideCalls<R>(work: () => R): R {
  return calls.run(undefined, work);
}
