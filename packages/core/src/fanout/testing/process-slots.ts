import { expect, vi } from 'vitest';
import { processGate } from '../gate.js';

/** Leaves only so many slots of the process free; what is returned gives the others back. */
export function leaveProcessSlots(free: number): () => void {
  let held = 0;
  while (processGate.tryEnter()) held += 1;
  for (let slot = 0; slot < free; slot += 1) processGate.leave();
  return () => {
    for (let slot = free; slot < held; slot += 1) processGate.leave();
  };
}

/** Waits until nothing that an earlier file of the same process left under way holds a slot any more. Wants real timers. */
export async function quietProcess(): Promise<void> {
  await vi.waitFor(() => expect([processGate.inside, processGate.waiting]).toEqual([0, 0]), { timeout: 15_000 });
}
