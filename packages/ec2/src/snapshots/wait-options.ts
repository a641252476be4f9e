import { OptionError } from '@proj/core';
import { checkNames } from '../calls/check-names.js';
import type { Snapshot } from './snapshot.js';

/**
 * What a wait has just seen.
 *
 * @example
 * ```ts
 * const onProgress = ({ percent, snapshot }: SnapshotProgress) => console.log(snapshot.id, `${percent} %`);
 * ```
 */
export interface SnapshotProgress {
  /** 0 to 100. */
  readonly percent: number;
  readonly snapshot: Snapshot;
}

/**
 * How to wait for a snapshot.
 *
 * @example
 * ```ts
 * await snapshot.waitUntilCompleted({ timeout: 3_600_000, pollInterval: 30_000 });
 * ```
 */
export interface WaitOptions {
  /** Milliseconds to wait at most. @defaultValue without limit: a first snapshot of a large volume may take hours */
  readonly timeout?: number | undefined;
  /** Ends the wait: a `CancelledError`. @defaultValue none */
  readonly signal?: AbortSignal | undefined;
  /** Told of the first look, and of each that shows another percentage. What it throws ends the wait. @defaultValue nobody */
  readonly onProgress?: ((progress: SnapshotProgress) => void) | undefined;
  /** Milliseconds between two looks, 100 or more. @defaultValue 15,000, as the SDK's own waiter */
  readonly pollInterval?: number | undefined;
}

/** The default of `pollInterval`. */
export const defaultPollInterval = 15_000;

const longestTimer = 2_147_483_647;
const shortestPoll = 100;

/**
 * Refuses options that could not work.
 *
 * @throws OptionError naming the option
 */
export function checkWaitOptions(options: WaitOptions): void {
  const call = 'waitUntilCompleted(options)';
  checkNames(call, options, ['timeout', 'signal', 'onProgress', 'pollInterval']);
  checkMilliseconds(`${call}: timeout`, options.timeout, 1);
  checkMilliseconds(`${call}: pollInterval`, options.pollInterval, shortestPoll);
  if (options.signal !== undefined && !(options.signal instanceof AbortSignal)) {
    throw new OptionError(`${call}: signal is no AbortSignal`);
  }
  if (options.onProgress !== undefined && typeof options.onProgress !== 'function') {
    throw new OptionError(`${call}: onProgress is no function`);
  }
}

function checkMilliseconds(option: string, value: unknown, least: number): void {
  if (value === undefined) return;
  if (typeof value === 'number' && value >= least && value <= longestTimer) return;
  throw new OptionError(`${option} is ${String(value)}: give milliseconds, from ${least} to ${longestTimer}`);
}
