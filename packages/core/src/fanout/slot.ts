import type { Gate } from './gate.js';
import type { Run } from './run.js';

/** Waits for a slot in every gate and calls `work` with it; gives `undefined` when the run ended before there was one. */
export async function withSlots<R>(gates: readonly Gate[], run: Run, work: () => Promise<R>): Promise<R | undefined> {
  const entered: Gate[] = [];
  try {
    for (const gate of gates) {
      if (!gate.tryEnter() && !(await enterLater(gate, run))) return undefined;
      entered.push(gate);
    }
    return run.stopped === undefined ? await work() : undefined;
  } finally {
    for (const gate of entered) gate.leave();
  }
}

/** Waits in the gate's queue; false when the run ended first. */
function enterLater(gate: Gate, run: Run): Promise<boolean> {
  if (run.stopped !== undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const leaveQueue = gate.wait(() => {
      offStop();
      resolve(true);
    });
    const offStop = run.onStop(() => {
      leaveQueue();
      resolve(false);
    });
  });
}
