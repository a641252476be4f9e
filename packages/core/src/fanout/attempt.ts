import { TimeOverError } from '../errors/time-over-error.js';
import type { Target } from '../targets/target.js';
import { type Call, currentCall, runInCall } from './call.js';
import { traceCall } from './call-trace.js';
import type { Limits } from './limits.js';
import type { FailureStatus, Outcome } from './outcome.js';
import type { Run, Stop } from './run.js';

/** What a call gave back. `attempts`: where the service's client has counted them itself. */
export interface Answer<T> {
  readonly value: T;
  readonly truncated: boolean;
  readonly attempts?: number | undefined;
}

/** What an error means for its target. */
export interface Verdict {
  readonly status: FailureStatus;
  readonly error: Error;
  readonly attempts?: number | undefined;
}

/** One call at one target, before it is made. */
export interface Task<T> {
  readonly operation: string;
  readonly target: Target;
  invoke(call: Call): Promise<Answer<T>>;
  classify(error: unknown): Verdict;
}

/** Makes the call and gives its outcome. `since`: when its waiting began, where it has waited. */
export function attempt<T>(task: Task<T>, run: Run, since?: number): Promise<Outcome<T>> {
  if (run.stopped !== undefined) return Promise.resolve(notMade(task.target, run.stopped));
  const controller = new AbortController();
  const call = callOf(task, run.limits, controller);
  const queue = since === undefined ? 0 : performance.now() - since;
  return traceCall(call, queue, () => firstOf(task, run, call, controller));
}

/**
 * The outcome of a call: by its answer, its error, its time-out or the end of the run, whichever is first.
 * One function, since exactly one of these may win and whichever does must tidy up after all of them.
 */
function firstOf<T>(task: Task<T>, run: Run, call: Call, controller: AbortController): Promise<Outcome<T>> {
  return new Promise((resolve) => {
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    let over = false;

    const finish = (attempts: number | undefined, rest: Rest<T>): void => {
      over = true;
      clearTimeout(timer);
      offStop();
      const elapsed = performance.now() - began;
      // What has no requests of the SDK's to count has been tried once, unless it was skipped.
      const counted = attempts ?? Math.max(rest.status === 'skipped' ? 0 : 1, call.requests);
      resolve({ target: task.target, elapsed, attempts: counted, ...rest });
    };
    const stop = (reason: Stop): void => {
      const { status, error } = troubledBy(reason, call);
      finish(undefined, { status, error });
      controller.abort(error);
    };
    const offStop = run.onStop(stop);
    const { timeout } = run.limits;
    if (timeout !== undefined) {
      timer = setTimeout(() => stop({ status: 'timedOut', error: new TimeOverError('timeout', timeout) }), timeout);
    }
    runInCall(call, async () => task.invoke(call))
      .then(({ value, truncated, attempts }) => over || finish(attempts, { status: 'ok', value, truncated }))
      .catch((thrown: unknown) => {
        if (over) return;
        const { status, error, attempts } = judge(task, thrown);
        finish(attempts, { status, error });
      });
  });
}

/** Time that was over while something was tried again was over because of that. */
function troubledBy(stop: Stop, { trouble }: Call): Stop {
  const { status, error } = stop;
  if (trouble === undefined || !(error instanceof TimeOverError)) return stop;
  return { status, error: error.because(trouble) };
}

/** A signal costs more than all the rest of an attempt: it is made for those who ask for it. */
function callOf({ operation, target }: Task<unknown>, limits: Limits, controller: AbortController): Call {
  return {
    operation,
    target,
    limits,
    parent: currentCall(),
    requests: 0,
    wire: 0,
    decode: 0,
    trouble: undefined,
    get signal() {
      return controller.signal;
    },
  };
}

/** Where judging an error fails, the target has that failure: no outcome is ever lost. */
function judge(task: Task<unknown>, thrown: unknown): Verdict {
  try {
    return task.classify(thrown);
  } catch (error) {
    return { status: 'failed', error: error instanceof Error ? error : new Error(String(error)) };
  }
}

type Rest<T> = { status: 'ok'; value: T; truncated: boolean } | { status: FailureStatus; error: Error };

/** The outcome of a call that was never made, since the run had ended before. */
export function notMade(target: Target, { status, error }: Stop): Outcome<never> {
  return { target, elapsed: 0, attempts: 0, status, error };
}
