import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pause } from './pause.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a pause is as long as it was asked to be, and leaves nothing on the signal', async () => {
  const { signal } = new AbortController();
  let over = false;
  const pausing = pause(1_000, signal).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(999);
  expect([over, getEventListeners(signal, 'abort').length]).toEqual([false, 1]);
  await vi.advanceTimersByTimeAsync(1);
  await pausing;
  expect([over, getEventListeners(signal, 'abort').length]).toEqual([true, 0]);
});

test.each(['before', 'during'])('a signal that aborts %s ends it at once, with its reason', async (when) => {
  const leaving = new AbortController();
  const reason = new Error('enough');
  if (when === 'before') leaving.abort(reason);
  const pausing = pause(1_000, leaving.signal);
  leaving.abort(reason);
  await expect(pausing).rejects.toMatchObject({ name: 'CancelledError', cause: reason });
  expect([vi.getTimerCount(), getEventListeners(leaving.signal, 'abort').length]).toEqual([0, 0]);
});
