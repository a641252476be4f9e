import { OptionError } from '../../errors/option-error.js';
import { type Limits, withOptions } from '../../fanout/limits.js';

/** How long a timer can be. */
const longestTimer = 2_147_483_647;

/** What an SDK waiter was told, taken apart. */
export interface Waiting {
  /** The waiter's own configuration, without its signal. */
  readonly configuration: { readonly maxWaitTime: number };
  readonly limits: Limits;
}

/** Reads a waiter's second argument: seconds, or a configuration. Its own maximum wait is its time-out, and its signal the call's. */
export function waitingOf(name: string, given: unknown, limits: Limits): Waiting {
  const { abortSignal, ...configuration } = (typeof given === 'object' ? (given ?? {}) : { maxWaitTime: given }) as {
    readonly abortSignal?: AbortSignal;
    readonly maxWaitTime?: unknown;
  };
  const { maxWaitTime } = configuration;
  if (typeof maxWaitTime !== 'number' || !(maxWaitTime > 0)) {
    throw new OptionError(`${name}(input, seconds): say how many seconds to wait at most, or { maxWaitTime }`);
  }
  const timeout = Math.min(maxWaitTime * 1_000, longestTimer);
  return {
    configuration: { ...configuration, maxWaitTime },
    limits: withOptions({ ...limits, timeout }, { abortSignal }),
  };
}
