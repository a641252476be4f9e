import { attempt, notMade, type Task } from './attempt.js';
import type { Gate } from './gate.js';
import type { Outcome } from './outcome.js';
import type { Pace } from './pace.js';
import type { Run, Stop } from './run.js';

/** What a call waits for before it is made: a slot in every gate, and its turn where calls are begun at a pace. */
export interface Turn {
  readonly gates: readonly Gate[];
  readonly pace: Pace | undefined;
  /** Since when it waits, by the clock of `performance.now()`. */
  readonly since: number;
}

/** Makes the call when its turn has come; when the run ends before that, the call is not made. */
export async function attemptInTurn<T>({ gates, pace, since }: Turn, task: Task<T>, run: Run): Promise<Outcome<T>> {
  const entered: Gate[] = [];
  try {
    for (const gate of gates) {
      const stop = gate.tryEnter() ? undefined : await enterLater(gate, run);
      if (stop !== undefined) return notMade(task.target, stop);
      entered.push(gate);
    }
    for (let turn = pace?.next(); turn !== undefined && run.stopped === undefined; turn = pace?.next()) await turn;
    return await attempt(task, run, since);
  } finally {
    for (const gate of entered) gate.leave();
  }
}

/** Waits in the gate's queue, until the run ends: then it gives the reason. */
function enterLater(gate: Gate, run: Run): Promise<Stop | undefined> {
  if (run.stopped !== undefined) return Promise.resolve(run.stopped);
  return new Promise((resolve) => {
    const leaveQueue = gate.wait(() => {
      offStop();
      resolve(undefined);
    });
    const offStop = run.onStop((stop) => {
      leaveQueue();
      resolve(stop);
    });
  });
}
