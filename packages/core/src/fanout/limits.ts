import { type CallOptions, checkCallOptions } from './call-options.js';

/** What holds for one run, gathered from the set's options, `with()` and the call itself. */
export interface Limits {
  /** Any of them cancels the run. */
  readonly signals: readonly AbortSignal[];
  readonly deadline: number | undefined;
  readonly timeout: number | undefined;
  readonly concurrency: number;
  readonly breaker: boolean;
}

/** What holds when nobody said anything. */
export const defaultLimits: Limits = {
  signals: [],
  deadline: undefined,
  timeout: undefined,
  concurrency: 64,
  breaker: true,
};

/** The limits with these options over them: later numbers win, and every signal counts. */
export function withOptions(limits: Limits, options: CallOptions | undefined): Limits {
  if (options === undefined) return limits;
  checkCallOptions(options);
  const { signal, abortSignal, deadline, timeout, concurrency, breaker } = options;
  const added = [signal, abortSignal].filter((given) => given !== undefined);
  return {
    signals: [...new Set([...limits.signals, ...added])],
    deadline: deadline ?? limits.deadline,
    timeout: timeout ?? limits.timeout,
    concurrency: concurrency ?? limits.concurrency,
    breaker: breaker ?? limits.breaker,
  };
}

/** The limits with this time-out where none was asked for. */
export function withDefaultTimeout(limits: Limits, timeout: number): Limits {
  return limits.timeout === undefined ? { ...limits, timeout } : limits;
}
