import { type Waiting, waitUntilOver } from '../waiting/wait-until-over.js';
import type { Snapshot } from './snapshot.js';
import { SnapshotFailedError } from './snapshot-failed-error.js';
import { SnapshotPendingError } from './snapshot-pending-error.js';
import { checkSnapshotWaitOptions, type SnapshotWaitOptions } from './snapshot-wait-options.js';

/** Waits for the end of a snapshot, looking from time to time. */
export async function waitUntilCompleted(snapshot: Snapshot, options: SnapshotWaitOptions): Promise<Snapshot> {
  checkSnapshotWaitOptions(options);
  const last = await waitUntilOver(snapshot, waitingWith(options), options);
  if (last.state !== 'completed') throw new SnapshotFailedError(last);
  return last;
}

function waitingWith({ onProgress }: SnapshotWaitOptions): Waiting<Snapshot> {
  let told: number | undefined;
  return {
    // In the recycle bin, nothing more will come.
    isOver: ({ state }) => state === 'completed' || state === 'error' || state === 'recoverable',
    onLook(snapshot) {
      const { progress: percent } = snapshot;
      if (percent === told) return;
      told = percent;
      onProgress?.({ percent, snapshot });
    },
    pendingError: (last, timeout, options) => new SnapshotPendingError(last, timeout, options),
  };
}
