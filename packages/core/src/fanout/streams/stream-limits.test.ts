import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { TimeOverError } from '../../errors/time-over-error.js';
import { FanOutError } from '../fan-out-error.js';
import { Deferred, untilIdle } from '../testing/deferred.js';
import { expectNothingLeftBehind } from '../testing/left-behind.js';
import { quietProcess } from '../testing/process-slots.js';
import { eventsOf, itemsOf, readTo } from '../testing/reading.js';
import { type Page, pagesOf, ScriptedStream } from '../testing/scripted-stream.js';
import { unhandledDuring } from '../testing/unhandled.js';
import type { FanoutStream } from './fanout-stream.js';
import { streamOf } from './stream-view.js';

beforeAll(quietProcess);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the limits of a stream', () => {
  test('a page that takes too long fails its target alone', async () => {
    const [late, hanging] = [new Deferred<Page>(), new Deferred<Page>()];
    const job = new ScriptedStream({ a: [late, hanging], b: pagesOf([3]) }, { timeout: 50 });
    const stream = itemsOf(streamOf(job));
    const read = readTo(stream);
    await vi.advanceTimersByTimeAsync(40);
    late.resolve({ items: [1], token: 'x' });
    await vi.advanceTimersByTimeAsync(49);
    expect(job.load.now).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect((await read).values.toSorted()).toEqual([1, 3]);
    expect((await stream.report()).outcomes).toMatchObject([
      { status: 'timedOut', startingToken: 'x', elapsed: 90, attempts: 2, error: { limit: 'timeout' } },
      { status: 'ok' },
    ]);
    expectNothingLeftBehind();
  });

  test('a slow reader does not use up the time-out', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2]) }, { timeout: 50 });
    const reader = streamOf(job)[Symbol.asyncIterator]();
    await reader.next();
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await reader.next()).done).toBe(false);
    expect((await reader.next()).done).toBe(true);
  });

  test('the deadline ends the whole stream, and what is here already is given', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2], [3]), b: [new Deferred<Page>()] }, { deadline: 100 });
    const stream = itemsOf(streamOf(job));
    const reader = stream[Symbol.asyncIterator]();
    expect((await reader.next()).value).toMatchObject({ value: 1 });
    await vi.advanceTimersByTimeAsync(100);
    expect((await reader.next()).value).toMatchObject({ value: 2 });
    await expect(reader.next()).rejects.toThrow(FanOutError);
    expect((await stream.report()).outcomes).toMatchObject([
      { status: 'timedOut', startingToken: 'page 2', error: expect.any(TimeOverError) },
      { status: 'timedOut', startingToken: undefined, attempts: 1 },
    ]);
    expectNothingLeftBehind();
  });

  test('a signal cancels it midway', async () => {
    const controller = new AbortController();
    const job = new ScriptedStream({ a: pagesOf([1]), b: [new Deferred<Page>()] }, { signals: [controller.signal] });
    const events = eventsOf(itemsOf(streamOf(job)));
    await untilIdle();
    controller.abort('enough');
    expect(await events).toMatchObject([{ value: 1 }, { status: 'cancelled', error: { cause: 'enough' } }]);
    expectNothingLeftBehind(controller.signal);
  });

  test('a signal that had aborted before sends nothing', async () => {
    const signal = AbortSignal.abort('early');
    const job = new ScriptedStream({ a: pagesOf([1]), b: pagesOf([2]) }, { signals: [signal] });
    const events = await eventsOf(streamOf(job));
    expect(events.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    expect(job.opened).toBe(0);
    expectNothingLeftBehind(signal);
  });

  test.each<[string, (stream: FanoutStream<Page>) => Promise<unknown>]>([
    ['toArray', (stream) => stream.toArray()],
    ['settled', (stream) => eventsOf(stream)],
    ['report', (stream) => stream.report()],
    ['count', (stream) => stream.count()],
  ])('%s rejects when the targets cannot be found', async (_, read) => {
    const lost = new Error('no such profile');
    const job = Object.assign(new ScriptedStream({ a: [] }), { finding: Promise.reject(lost) });
    const stream = streamOf(job);
    expect(await unhandledDuring(() => expect(read(stream)).rejects.toBe(lost))).toEqual([]);
    await expect(stream.report()).rejects.toBe(lost);
    expectNothingLeftBehind();
  });

  test('the deadline ends the search for targets', async () => {
    const job = Object.assign(new ScriptedStream({ a: [] }, { deadline: 10 }), {
      finding: new Deferred<never>().promise,
    });
    const failed = expect(streamOf(job).toArray()).rejects.toThrow(TimeOverError);
    await vi.advanceTimersByTimeAsync(10);
    await failed;
    expectNothingLeftBehind();
  });
});
