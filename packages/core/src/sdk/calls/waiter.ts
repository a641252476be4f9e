import { OptionError } from '../../errors/option-error.js';
import { type Limits, withOptions } from '../../fanout/limits.js';
import { isBreakerOpenError } from '../../guards/breaker-open-error.js';

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

type Send = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * A client for a waiter's polls. An SDK waiter takes every error for a reason to ask again; where the first thing that comes back is that
 * the endpoint is skipped, there is nobody to ask, and `skipped` rejects. Later, it is a trouble among others.
 */
export function forPolling(client: object): { readonly client: object; readonly skipped: Promise<never> } {
  const { promise: skipped, reject } = rejection();
  const { send } = client as { readonly send: Send };
  let isHeard = false;
  const watched: Send = async (...args) => {
    try {
      const answer = await send.call(client, ...args);
      isHeard = true;
      return answer;
    } catch (error) {
      isHeard ||= hasAnswered(error);
      if (!isHeard && isBreakerOpenError(error)) reject(error);
      throw error;
    }
  };
  return { client: Object.create(client, { send: { value: watched } }), skipped };
}

/** Whether an error is what a service said. */
function hasAnswered(error: unknown): boolean {
  const { $metadata } = (error ?? {}) as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return $metadata?.httpStatusCode !== undefined;
}

function rejection(): { readonly promise: Promise<never>; reject(error: unknown): void } {
  let reject = (_error: unknown): void => {};
  const promise = new Promise<never>((_, rejected) => {
    reject = rejected;
  });
  // Nobody may be waiting for it any more.
  promise.catch(() => {});
  return { promise, reject };
}
