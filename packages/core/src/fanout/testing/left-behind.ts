import { getEventListeners } from 'node:events';
import { expect, vi } from 'vitest';
import { processGate } from '../gate.js';

/** Asserts that no timer, no listener on these signals and no slot of the process is left. Wants fake timers. */
export function expectNothingLeftBehind(...signals: readonly AbortSignal[]): void {
  expect(vi.getTimerCount()).toBe(0);
  expect(signals.map((signal) => getEventListeners(signal, 'abort').length)).toEqual(signals.map(() => 0));
  expect([processGate.inside, processGate.waiting]).toEqual([0, 0]);
}
