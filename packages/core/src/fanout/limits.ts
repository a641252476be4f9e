import { type CallOptions, checkCallOptions } from './call-options.js';

/** What holds for one run, gathered from the set's options, `with()` and the call itself. */
export interface Limits {
  /** Any of them cancels the run. */
  readonly signals: readonly AbortSignal[];
  readonly deadline: number | undefined;
  readonly timeout: number | undefined;
  /** Milliseconds that one request may be silent, where its time-out says that it may take long. */
  readonly patience: number;
  readonly concurrency: number;
  readonly breaker: boolean;
}

/** What holds when nobody said anything. */
export const defaultLimits: Limits = {
  signals: [],
  deadline: undefined,
  timeout: undefined,
  patience: 0,
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
    patience: limits.patience,
    concurrency: concurrency ?? limits.concurrency,
    breaker: breaker ?? limits.breaker,
  };
}

/** Milliseconds that one request may take, retries included, when nobody said anything. */
const requestTimeout = 60_000;

/**
 * The limits for those who make one request at a time: a time-out where nobody gave one. Who gives a longer one says that the service
 * may take its time, and so be silent for it.
 */
export function withRequestTimeout(limits: Limits): Limits {
  const { timeout = requestTimeout } = limits;
  return { ...limits, timeout, patience: timeout > requestTimeout ? timeout : 0 };
}
