import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { delay } from './delay.js';

describe('delay', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('resolves when the time is over, and leaves nothing behind', async () => {
    const { signal } = new AbortController();
    const waiting = delay(100, signal);
    await vi.advanceTimersByTimeAsync(100);
    expect(await waiting).toBe(true);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('ends with the signal, and leaves no timer', async () => {
    const controller = new AbortController();
    const waiting = delay(100, controller.signal);
    controller.abort();
    expect(await waiting).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    expect(await delay(100, controller.signal)).toBe(false);
  });

  it('does not wait for nothing', async () => {
    expect(await delay(-1, new AbortController().signal)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
