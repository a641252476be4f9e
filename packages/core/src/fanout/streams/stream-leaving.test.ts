import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { CancelledError } from '../cancelled-error.js';
import type { Outcome } from '../outcome.js';
import { Deferred, untilIdle } from '../testing/deferred.js';
import { expectNothingLeftBehind } from '../testing/left-behind.js';
import { quietProcess } from '../testing/process-slots.js';
import { itemsOf } from '../testing/reading.js';
import { type Page, pagesOf, ScriptedStream } from '../testing/scripted-stream.js';
import { streamOf } from './stream-view.js';

beforeAll(quietProcess);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const tokens = (outcomes: readonly Outcome<unknown>[]): readonly (string | undefined)[] =>
  outcomes.map((outcome) => (outcome.status === 'ok' ? undefined : outcome.startingToken));

describe('leaving a stream', () => {
  test('cancels what is under way and tells the iterators', async () => {
    const { signal } = new AbortController();
    const hanging = new Deferred<Page>();
    const limits = { signals: [signal], deadline: 1_000, timeout: 500 };
    const job = new ScriptedStream({ a: pagesOf([1], [2], [3]), b: [hanging], c: [new Error('broke')] }, limits);
    const stream = streamOf(job);
    for await (const { target } of stream) {
      expect(target.region).toBe('a');
      break;
    }
    expect(job.load.now).toBe(0);
    expect(job.left.toSorted()).toEqual(['a', 'b', 'c']);
    expectNothingLeftBehind(signal);
    const { outcomes } = await stream.report();
    expect(outcomes).toMatchObject([
      { status: 'cancelled', startingToken: 'page 1' },
      { status: 'cancelled', attempts: 1, startingToken: undefined },
      { status: 'failed' },
    ]);
    expect(outcomes[0]).toMatchObject({ error: expect.any(CancelledError) });
  });

  test('goes on from the page that was not handed out whole', async () => {
    const script = { a: pagesOf([1, 2], [3, 4], [5, 6]) };
    const after = async (count: number) => {
      const stream = itemsOf(streamOf(new ScriptedStream(script)));
      let left = count;
      for await (const _ of stream) {
        left -= 1;
        await untilIdle();
        if (left === 0) break;
      }
      return tokens((await stream.report()).outcomes)[0];
    };
    expect(await after(1)).toBe(undefined);
    expect(await after(3)).toBe('page 1');
    expect(await after(5)).toBe('page 2');
  });

  test('goes on after the last page that was handed out', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2], [3], [4]) });
    const stream = streamOf(job);
    for await (const { value } of stream) {
      await untilIdle();
      if (value.items[0] === 2) break;
    }
    expect(tokens((await stream.report()).outcomes)).toEqual(['page 2']);
  });

  test('within the last page is not the end of its target', async () => {
    const stream = itemsOf(streamOf(new ScriptedStream({ a: pagesOf([1, 2, 3]) })));
    for await (const _ of stream) {
      await untilIdle();
      break;
    }
    expect((await stream.report()).complete).toBe(false);
  });

  test('works while it waits for a page', async () => {
    const job = new ScriptedStream({ a: [new Deferred<Page>()] });
    for (const iterable of [streamOf(job), streamOf(job).settled(), itemsOf(streamOf(job)).take(3)]) {
      const reader = iterable[Symbol.asyncIterator]();
      const waiting = Promise.resolve(reader.next()).catch(() => 'left');
      await untilIdle();
      await reader.return?.();
      await waiting;
      expect(job.load.now).toBe(0);
    }
    expectNothingLeftBehind();
  });

  test('works while the targets are looked for', async () => {
    const job = Object.assign(new ScriptedStream({ a: [] }), { finding: new Deferred<never>().promise });
    const reader = streamOf(job)[Symbol.asyncIterator]();
    const waiting = expect(reader.next()).rejects.toThrow(CancelledError);
    await untilIdle();
    await reader.return?.();
    await waiting;
    expect(job.opened).toBe(0);
  });

  test('does not wait for an iterator that hangs', async () => {
    const job = Object.assign(new ScriptedStream({ a: [], b: [] }), {
      open: ({ region }: { readonly region: string }) => ({
        next: (): Promise<IteratorResult<Page>> =>
          region === 'a' ? Promise.resolve({ done: false, value: { items: [1] } }) : new Deferred<never>().promise,
        return: () => new Deferred<never>().promise,
      }),
    });
    for await (const _ of streamOf(job)) break;
    expectNothingLeftBehind();
  });

  test('by an error of the loop is the same', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2]), b: [new Deferred<Page>()] });
    const reading = async (): Promise<void> => {
      for await (const _ of streamOf(job)) throw new Error('mine');
    };
    await expect(reading()).rejects.toThrow('mine');
    expect(job.load.now).toBe(0);
  });
});
