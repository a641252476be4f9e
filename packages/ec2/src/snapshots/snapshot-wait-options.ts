import { OptionError } from '@proj/core';
import { checkWaitOptions, type WaitOptions, waitOptionNames } from '../waiting/wait-options.js';
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
 * await snapshot.waitUntilCompleted({ timeout: 3_600_000, onProgress: ({ percent }) => console.log(percent) });
 * ```
 */
export interface SnapshotWaitOptions extends WaitOptions {
  /** Told of the first look, and of each that shows another percentage. What it throws ends the wait. @defaultValue nobody */
  readonly onProgress?: ((progress: SnapshotProgress) => void) | undefined;
}

/**
 * Refuses options that could not work.
 *
 * @throws OptionError naming the option
 */
export function checkSnapshotWaitOptions(options: SnapshotWaitOptions): void {
  const call = 'waitUntilCompleted(options)';
  checkWaitOptions(call, options, [...waitOptionNames, 'onProgress']);
  if (options.onProgress !== undefined && typeof options.onProgress !== 'function') {
    throw new OptionError(`${call}: onProgress is no function`);
  }
}
