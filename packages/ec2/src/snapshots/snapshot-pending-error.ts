import { hasName } from '@proj/core';
import { Ec2Error } from '../errors/ec2-error.js';
import type { Snapshot } from './snapshot.js';

/**
 * The time to wait for a snapshot was over before it was completed. It goes on without us.
 *
 * @example
 * ```ts
 * if (isSnapshotPendingError(error)) console.warn(`${error.snapshot.id}: ${error.snapshot.progress} %`);
 * ```
 */
export class SnapshotPendingError extends Ec2Error {
  override readonly name = 'SnapshotPendingError';
  /** The snapshot as it was last seen. */
  readonly snapshot: Snapshot;
  /** The milliseconds that were waited. */
  readonly timeout: number;

  constructor(snapshot: Snapshot, timeout: number, options?: ErrorOptions) {
    const { id, region, progress } = snapshot;
    super(
      `${id} in ${region} was at ${progress} % when the timeout of ${timeout} ms was over; it goes on: wait again for longer`,
      options,
    );
    this.snapshot = snapshot;
    this.timeout = timeout;
  }
}

/**
 * Whether the error is a {@link SnapshotPendingError}.
 *
 * @example
 * ```ts
 * if (isSnapshotPendingError(error)) console.warn(error.snapshot.progress);
 * ```
 */
export function isSnapshotPendingError(error: unknown): error is SnapshotPendingError {
  return hasName<SnapshotPendingError>(error, 'SnapshotPendingError');
}
