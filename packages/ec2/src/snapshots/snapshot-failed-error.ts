import { hasName } from '@proj/core';
import { Ec2Error } from '../errors/ec2-error.js';
import type { Snapshot } from './snapshot.js';

/**
 * A snapshot ended without being completed. `stateMessage` is EC2's reason, where it gave one.
 *
 * @example
 * ```ts
 * if (isSnapshotFailedError(error)) await error.snapshot.delete();
 * ```
 */
export class SnapshotFailedError extends Ec2Error {
  override readonly name = 'SnapshotFailedError';
  /** The snapshot as it was last seen. */
  readonly snapshot: Snapshot;
  readonly state: string | undefined;
  readonly stateMessage: string | undefined;

  constructor(snapshot: Snapshot) {
    const { id, region, state, raw, progress } = snapshot;
    const reason = raw.StateMessage ? `: ${raw.StateMessage}` : '';
    super(`${id} in ${region} ended as '${state}' at ${progress} %${reason}; delete it and make another`);
    this.snapshot = snapshot;
    this.state = state;
    this.stateMessage = raw.StateMessage;
  }
}

/**
 * Whether the error is a {@link SnapshotFailedError}.
 *
 * @example
 * ```ts
 * if (isSnapshotFailedError(error)) console.error(error.stateMessage);
 * ```
 */
export function isSnapshotFailedError(error: unknown): error is SnapshotFailedError {
  return hasName<SnapshotFailedError>(error, 'SnapshotFailedError');
}
