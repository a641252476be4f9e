import { describe, expect, it } from 'vitest';
import { ManualClock } from './manual-clock.js';

describe('ManualClock', () => {
  it('does what is due, in its order, at its time', () => {
    const clock = new ManualClock(1_000);
    const done: [string, number][] = [];
    const note = (what: string) => () => void done.push([what, clock.now()]);
    clock.after(20, note('late'));
    clock.after(10, note('first'));
    clock.after(10, note('second'));
    clock.after(-5, note('at once'));
    clock.after(31, note('never'));
    clock.after(15, () => clock.after(5, note('set on the way')));
    const takeBack = clock.after(12, note('taken back'));
    takeBack();
    expect(done).toEqual([]);
    clock.advance(30);
    expect(done).toEqual([
      ['at once', 1_000],
      ['first', 1_010],
      ['second', 1_010],
      ['late', 1_020],
      ['set on the way', 1_020],
    ]);
    expect(clock.now()).toBe(1_030);
  });

  it('begins with the present', () => {
    expect(Math.abs(new ManualClock().now() - Date.now())).toBeLessThan(1_000);
  });
});
