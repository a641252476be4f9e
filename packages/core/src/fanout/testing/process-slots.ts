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
