import { AsyncLocalStorage } from 'node:async_hooks';
import type { Target } from '../targets/target.js';
import type { Limits } from './limits.js';

/** One call at one target while it runs, as everything that it calls can see it. */
export interface Call {
  readonly operation: string;
  readonly target: Target;
  /** What holds for the run that it is part of. */
  readonly limits: Limits;
  /** The call that made it: a method of an object makes calls of its own. */
  readonly parent: Call | undefined;
  /** Aborts when the call's time is over or nobody wants its answer any more. */
  readonly signal: AbortSignal;
  /** How many requests were sent for it so far. */
  requests: number;
  /** Milliseconds so far from sending its requests to having their answers, bodies included. */
  wire: number;
  /** Milliseconds so far of making objects of its answers. */
  decode: number;
  /** What went wrong last, and was or will be tried again. */
  trouble: Error | undefined;
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

/** Notes what went wrong, or that it goes well again, for the call and those that made it: if their time is over then, it is why. */
export function noteTrouble(call: Call, trouble: Error | undefined): void {
  for (let troubled: Call | undefined = call; troubled !== undefined; troubled = troubled.parent) {
    troubled.trouble = trouble;
  }
}

/** Does a part of the call's work, and adds the time that it takes to what the call, and those that made it, have spent on it. */
export async function spending<R>(call: Call, on: 'wire' | 'decode', work: () => Promise<R>): Promise<R> {
  const began = performance.now();
  try {
    return await work();
  } finally {
    const spent = performance.now() - began;
    for (let spender: Call | undefined = call; spender !== undefined; spender = spender.parent) spender[on] += spent;
  }
}
