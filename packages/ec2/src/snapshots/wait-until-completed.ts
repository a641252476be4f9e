import { isCancelledError } from '@proj/core';
import { pause } from '../calls/pause.js';
import { startTimeLimit } from '../calls/time-limit.js';
import { isEc2NotFoundError } from '../errors/not-found-error.js';
import type { Snapshot } from './snapshot.js';
import { SnapshotFailedError } from './snapshot-failed-error.js';
import { SnapshotPendingError } from './snapshot-pending-error.js';
import { checkWaitOptions, defaultPollInterval, type WaitOptions } from './wait-options.js';

/**
 * EC2 may not know at once what it has just made, so a snapshot may be absent from the first looks:
 * https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
 */
const looksUntilVisible = 4;

/** Waits for the end of a snapshot, looking from time to time. */
export async function waitUntilCompleted(snapshot: Snapshot, options: WaitOptions): Promise<Snapshot> {
  checkWaitOptions(options);
  const limit = startTimeLimit(options.timeout, options.signal);
  const wait = new Wait(snapshot, options, limit.signal);
  try {
    return await wait.completed();
  } catch (cause) {
    if (limit.expired === undefined || !isCancelledError(cause)) throw cause;
    throw new SnapshotPendingError(wait.last, limit.expired, { cause });
  } finally {
    limit.end();
  }
}

/** One wait: what it has seen so far. */
class Wait {
  readonly #options: WaitOptions;
  readonly #signal: AbortSignal;
  #last: Snapshot;
  #looks = 0;
  #seen = false;
  #told: number | undefined;

  constructor(snapshot: Snapshot, options: WaitOptions, signal: AbortSignal) {
    this.#last = snapshot;
    this.#options = options;
    this.#signal = signal;
  }

  /** The snapshot as it was last seen. */
  get last(): Snapshot {
    return this.#last;
  }

  async completed(): Promise<Snapshot> {
    for (;;) {
      await this.#look();
      if (this.#seen && isOver(this.#last)) return requireCompleted(this.#last);
      await pause(this.#options.pollInterval ?? defaultPollInterval, this.#signal);
    }
  }

  async #look(): Promise<void> {
    this.#looks += 1;
    try {
      this.#last = await this.#last.refresh({ signal: this.#signal });
    } catch (error) {
      if (isEc2NotFoundError(error) && !this.#seen && this.#looks < looksUntilVisible) return;
      throw error;
    }
    this.#seen = true;
    this.#tell();
  }

  #tell(): void {
    const { progress: percent } = this.#last;
    if (percent === this.#told) return;
    this.#told = percent;
    this.#options.onProgress?.({ percent, snapshot: this.#last });
  }
}

/** Whether nothing more will come: in the recycle bin, nothing does. */
function isOver({ state }: Snapshot): boolean {
  return state === 'completed' || state === 'error' || state === 'recoverable';
}

function requireCompleted(snapshot: Snapshot): Snapshot {
  if (snapshot.state !== 'completed') throw new SnapshotFailedError(snapshot);
  return snapshot;
}
