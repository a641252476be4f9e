import { expect, test } from 'vitest';
import { callSignal } from '../../fanout/call-signal.js';
import { serviceSet } from '../set/service-set.js';

/** A class of one's own that waits on the signal of its call, and on nothing else. */
class Waiter {
  static readonly streams: readonly string[] = ['waits'];
  readonly signals: (AbortSignal | undefined)[] = [];

  #waiting = (): void => {};

  onWait(listener: () => void): void {
    this.#waiting = listener;
  }

  async wait(): Promise<never> {
    const signal = callSignal();
    this.signals.push(signal);
    this.#waiting();
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true }));
  }

  async *waits(): AsyncGenerator<number, void, undefined> {
    yield 1;
    await this.wait();
  }
}

const newSet = () => serviceSet(() => new Waiter(), { regions: ['north', 'south'], service: 'waiter' });

test("a class of one's own sees the signal of the call, which aborts with the call's time", async () => {
  const set = newSet();
  const report = await set.with({ timeout: 20 }).wait().settled();
  expect(report.failures.map(({ status }) => status)).toEqual(['timedOut', 'timedOut']);
  const signals = [...set].flatMap(([, waiter]) => waiter.signals);
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true]);
  expect(new Set(signals).size).toBe(2);
});

test('in a stream as well, page by page, where leaving the loop aborts it', async () => {
  const set = newSet();
  let waiter: Waiter | undefined;
  for await (const { target } of set.waits()) {
    waiter = set.at(target.region);
    if (waiter.signals.length === 0) await new Promise<void>((resolve) => waiter?.onWait(resolve));
    expect(waiter.signals.map((signal) => signal?.aborted)).toEqual([false]);
    break;
  }
  expect(waiter?.signals.map((signal) => signal?.aborted)).toEqual([true]);
});

test('outside a call of a set there is none', async () => {
  expect(callSignal()).toBeUndefined();
  const [pair] = newSet();
  void pair?.[1].wait();
  expect(pair?.[1].signals).toEqual([undefined]);
});
