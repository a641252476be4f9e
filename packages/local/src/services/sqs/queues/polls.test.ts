import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../clock/manual-clock.js';
import { Polls } from './polls.js';

function makePolls() {
  const clock = new ManualClock(0);
  const polls = new Polls<string>(clock);
  const stock: string[] = [];
  const take = () => stock.splice(0, 1);
  const listeners = new Set<() => void>();
  const onGone = (call: () => void) => {
    listeners.add(call);
    return () => void listeners.delete(call);
  };
  return { clock, polls, stock, listeners, wait: (ms: number) => polls.wait(ms, take, onGone) };
}

describe('Polls', () => {
  it('give to the one that waits longest, and leave nobody listening', async () => {
    const { polls, stock, listeners, wait } = makePolls();
    const both = Promise.all([wait(1_000), wait(1_000)]);
    stock.push('a');
    polls.serve();
    expect([polls.size, listeners.size]).toEqual([1, 1]);
    stock.push('b', 'c');
    polls.serve();
    expect(await both).toEqual([['a'], ['b']]);
    expect([polls.size, listeners.size, stock]).toEqual([0, 0, ['c']]);
  });

  it('end with nothing when their time is over, and with the queue', async () => {
    const { clock, polls, stock, wait } = makePolls();
    const [short, long] = [wait(1_000), wait(2_000)];
    clock.advance(1_000);
    expect([await short, polls.size]).toEqual([[], 1]);
    polls.end();
    expect(await long).toEqual([]);
    stock.push('a');
    polls.serve();
    expect(stock).toEqual(['a']);
  });

  it('take nothing for a caller who is gone, if only since before', async () => {
    const { polls, stock, listeners, wait } = makePolls();
    const left = wait(1_000);
    for (const call of [...listeners]) call();
    const before = polls.wait(
      1_000,
      () => stock.splice(0, 1),
      (call) => {
        queueMicrotask(call);
        return () => {};
      },
    );
    expect(await Promise.all([left, before])).toEqual([[], []]);
    stock.push('a');
    polls.serve();
    expect(stock).toEqual(['a']);
  });
});
