import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Waits } from './waits.js';

describe('Waits', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('wait as long as they are told', async () => {
    const done: string[] = [];
    const waits = new Waits();
    void waits.wait(200).then((whole) => done.push(`second ${whole}`));
    void waits.wait(100).then((whole) => done.push(`first ${whole}`));
    await vi.advanceTimersByTimeAsync(199);
    expect(done).toEqual(['first true']);
    await vi.advanceTimersByTimeAsync(1);
    expect(done).toEqual(['first true', 'second true']);
  });

  it('end all at once, and leave no timer', async () => {
    const waits = new Waits();
    const many = Array.from({ length: 100 }, () => waits.wait(100));
    waits.end();
    expect(new Set(await Promise.all(many))).toEqual(new Set([false]));
    expect(vi.getTimerCount()).toBe(0);
    expect(await waits.wait(100)).toBe(false);
  });

  it('are none for nothing', async () => {
    expect(await new Waits().wait(-1)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
