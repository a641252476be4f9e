import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';

/**
 * How to wait for something that takes its time.
 *
 * @example
 * ```ts
 * await image.waitUntilAvailable({ timeout: 3_600_000, pollInterval: 30_000 });
 * ```
 */
export interface WaitOptions {
  /** Milliseconds to wait at most. @defaultValue without limit: a first snapshot of a large volume may take hours */
  readonly timeout?: number | undefined;
  /** Ends the wait: a `CancelledError`. @defaultValue none */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds between two looks, 100 or more. @defaultValue 15,000, as the SDK's own waiters */
  readonly pollInterval?: number | undefined;
}

/** The names of {@link WaitOptions}. */
export const waitOptionNames: readonly (keyof WaitOptions)[] = ['timeout', 'signal', 'pollInterval'];

const longestTimer = 2_147_483_647;
const shortestPoll = 100;

/**
 * Refuses options that could not work.
 *
 * @throws OptionError naming the option
 */
export function checkWaitOptions(call: string, options: WaitOptions, names: readonly string[]): void {
  checkNames(call, options, names);
  checkMilliseconds(`${call}: timeout`, options.timeout, 1);
  checkMilliseconds(`${call}: pollInterval`, options.pollInterval, shortestPoll);
  if (options.signal !== undefined && !(options.signal instanceof AbortSignal)) {
    throw new OptionError(`${call}: signal is no AbortSignal`);
  }
}

function checkMilliseconds(option: string, value: unknown, least: number): void {
  if (value === undefined) return;
  if (typeof value === 'number' && value >= least && value <= longestTimer) return;
  throw new OptionError(`${option} is ${String(value)}: give milliseconds, from ${least} to ${longestTimer}`);
}
