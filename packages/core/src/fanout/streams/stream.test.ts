import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConsumedError } from '../../errors/consumed-error.js';
import { type Call, runInCall } from '../call.js';
import { defaultLimits } from '../limits.js';
import { Deferred, untilIdle } from '../testing/deferred.js';
import { expectNothingLeftBehind } from '../testing/left-behind.js';
import { leaveProcessSlots, quietProcess } from '../testing/process-slots.js';
import { eventsOf, itemsOf } from '../testing/reading.js';
import { type Page, pagesOf, ScriptedStream, type Step } from '../testing/scripted-stream.js';
import { at } from '../testing/targets.js';
import { streamOf } from './stream-view.js';

beforeAll(quietProcess);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a stream', () => {
  test('asks for nothing before it is read', async () => {
    const { signal } = new AbortController();
    const job = new ScriptedStream({ a: pagesOf([1]) }, { signals: [signal], deadline: 10 });
    const stream = streamOf(job);
    stream.settled();
    stream[Symbol.asyncIterator]();
    itemsOf(stream)
      .sorted((a, b) => a - b)
      [Symbol.asyncIterator]();
    await untilIdle();
    expect([job.finds, job.opened]).toEqual([0, 0]);
    expectNothingLeftBehind(signal);
  });

  test('gives the pages of all targets with where they are from', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2]), b: pagesOf([3]) });
    const seen: string[] = [];
    for await (const { target, value } of streamOf(job)) seen.push(`${target.region} ${value.items}`);
    expect(seen.toSorted()).toEqual(['a 1', 'a 2', 'b 3']);
    expect(job.left).toEqual([]);
    expectNothingLeftBehind();
  });

  test('merges them as they arrive', async () => {
    const [slow, fast] = [new Deferred<Page>(), new Deferred<Page>()];
    const job = new ScriptedStream({ a: [slow], b: [fast, { items: [4] }] });
    const stream = itemsOf(streamOf(job))[Symbol.asyncIterator]();
    const first = stream.next();
    fast.resolve({ items: [3], token: 'x' });
    expect((await first).value).toEqual({ target: at('b'), value: 3 });
    const second = stream.next();
    expect((await second).value).toEqual({ target: at('b'), value: 4 });
    slow.resolve({ items: [1] });
    expect((await stream.next()).value).toEqual({ target: at('a'), value: 1 });
    expect((await stream.next()).done).toBe(true);
  });

  test('asks the slowest first, as many at once as are allowed', async () => {
    const gates = [new Deferred<Page>(), new Deferred<Page>(), new Deferred<Page>()] as const;
    const job = new ScriptedStream({ a: [gates[0]], b: [gates[1]], c: [gates[2]] }, { concurrency: 2 });
    job.expectedAt = { b: 1, c: 2 };
    const values = itemsOf(streamOf(job)).toArray();
    await untilIdle();
    expect(job.asked).toEqual(['c', 'b']);
    for (const [index, gate] of gates.entries()) gate.resolve({ items: [index] });
    expect((await values).toSorted()).toEqual([0, 1, 2]);
    expect(job.load.most).toBe(2);
  });

  test('waits for the slots of the process', async () => {
    const giveBack = leaveProcessSlots(1);
    const job = new ScriptedStream({ a: pagesOf([1], [2]), b: pagesOf([3]) });
    expect((await itemsOf(streamOf(job)).toArray()).toSorted()).toEqual([1, 2, 3]);
    expect(job.load.most).toBe(1);
    giveBack();
    expectNothingLeftBehind();
  });

  test('needs no slot of the process when it is read within a task, which has one', async () => {
    const giveBack = leaveProcessSlots(0);
    const { signal } = new AbortController();
    const call: Call = {
      operation: 'map',
      target: at('x'),
      limits: defaultLimits,
      parent: undefined,
      signal,
      requests: 0,
      wire: 0,
      decode: 0,
      trouble: undefined,
    };
    const made = itemsOf(streamOf(new ScriptedStream({ a: pagesOf([1], [2]) })));
    expect(await runInCall(call, () => made.toArray())).toEqual([1, 2]);
    giveBack();
    expectNothingLeftBehind(call.signal);
  });

  test('fetches at most one page of a target ahead', async () => {
    const job = new ScriptedStream({ a: pagesOf([1, 2], [3], [4], [5]), b: pagesOf([6], [7], [8]) });
    const stream = itemsOf(streamOf(job))[Symbol.asyncIterator]();
    await stream.next();
    await untilIdle();
    expect([job.requests('a'), job.requests('b')]).toEqual([2, 1]);
    await stream.next();
    await untilIdle();
    expect([job.requests('a'), job.requests('b')]).toEqual([2, 1]);
    await stream.next();
    await untilIdle();
    expect(job.requests('a') + job.requests('b')).toBe(4);
    await stream.return?.();
    expectNothingLeftBehind();
  });

  test('is used once', async () => {
    const stream = streamOf(new ScriptedStream({ a: pagesOf([1]) }));
    expect(await itemsOf(stream).toArray()).toEqual([1]);
    for (const use of [() => stream.toArray(), () => itemsOf(stream).count(), () => eventsOf(stream)]) {
      await expect(use()).rejects.toThrow(ConsumedError);
    }
    await expect(itemsOf(stream).toArray()).rejects.toThrow(/^paginateThings: .* once/);
  });

  test('is not disturbed by a second reader that comes and goes', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2], [3]) });
    const stream = streamOf(job);
    const [first, second, third] = [stream, stream, stream].map((each) => each[Symbol.asyncIterator]());
    await first?.next();
    await expect(second?.next()).rejects.toThrow(ConsumedError);
    await second?.return?.();
    await third?.return?.();
    expect((await first?.next())?.done).toBe(false);
    expect((await first?.next())?.done).toBe(false);
    expect((await first?.next())?.done).toBe(true);
  });

  test('counts the pages and items of each target in its report', async () => {
    const stream = streamOf(new ScriptedStream({ a: pagesOf([1, 2], [], [3]), b: pagesOf([4]), c: [] }));
    const lazily = stream.items(function* ({ items }) {
      yield* items;
    });
    await lazily.toArray();
    const { outcomes, complete } = await stream.report();
    expect(outcomes).toMatchObject([
      { status: 'ok', value: { pages: 3, items: 3 }, truncated: false },
      { status: 'ok', value: { pages: 1, items: 1 } },
      { status: 'ok', value: { pages: 0, items: 0 } },
    ]);
    expect([complete, outcomes.map(({ target }) => target.region)]).toEqual([true, ['a', 'b', 'c']]);
    expect(outcomes.map(({ attempts }) => attempts)).toEqual([4, 2, 1]);
  });

  test('reads itself to its end when only the report is asked for', async () => {
    const stream = streamOf(new ScriptedStream({ a: pagesOf([1, 2], [3]), b: [new Error('broke')] }));
    const [first, second] = await Promise.all([stream.report(), stream.report()]);
    expect(first.outcomes).toMatchObject([{ status: 'ok', value: { pages: 2, items: 2 } }, { status: 'failed' }]);
    expect(second).toBe(first);
    await expect(stream.toArray()).rejects.toThrow(ConsumedError);
  });
});

describe('tokens that repeat', () => {
  test.each([1, 2, 7, 1_500])('in a circle of %i end the target as truncated', async (length) => {
    const steps: Step[] = [];
    for (let page = 0; page < 8 * length + 8; page += 1) steps.push({ items: [page], token: `t${page % length}` });
    const job = new ScriptedStream({ a: steps, b: pagesOf([1]) });
    const stream = streamOf(job);
    expect((await itemsOf(stream).count()).exact).toBe(false);
    const { outcomes, truncated, missing } = await stream.report();
    expect(outcomes[0]).toMatchObject({ status: 'ok', truncated: true });
    expect([truncated, missing]).toEqual([[at('a')], []]);
    if (length <= 1_000) expect(job.requests('a')).toBe(length + 1);
    else expect(job.requests('a')).toBeLessThan(steps.length);
    expect(job.left).toEqual(['a']);
  });

  test('are no fault where two targets give the same one', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2]), b: pagesOf([3], [4]) });
    expect(await streamOf(job).count()).toEqual({ count: 4, exact: true, missing: [] });
  });
});
