import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CancelledError } from './cancelled-error.js';
import { ConsumedError } from './consumed-error.js';
import { FanOutError } from './fan-out-error.js';
import type { FanoutStream, StreamEvent } from './fanout-stream.js';
import type { Outcome } from './outcome.js';
import { streamOf } from './stream-view.js';
import { Deferred, untilIdle } from './testing/deferred.js';
import { StatusError } from './testing/gated-job.js';
import { expectNothingLeftBehind } from './testing/left-behind.js';
import { leaveProcessSlots } from './testing/process-slots.js';
import { type Page, pagesOf, ScriptedStream, type Step } from './testing/scripted-stream.js';
import { at } from './testing/targets.js';
import { unhandledDuring } from './testing/unhandled.js';
import { TimeOverError } from './time-over-error.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const itemsOf = (stream: FanoutStream<Page>): FanoutStream<number> => stream.items(({ items }) => items);

async function eventsOf<T>(stream: FanoutStream<T>): Promise<readonly StreamEvent<T>[]> {
  const events: StreamEvent<T>[] = [];
  for await (const event of stream.settled()) events.push(event);
  return events;
}

/** The error of reading a stream to its end, and what came before it. */
async function readTo<T>(stream: FanoutStream<T>): Promise<{ readonly values: readonly T[]; readonly error: unknown }> {
  const values: T[] = [];
  try {
    for await (const { value } of stream) values.push(value);
    return { values, error: undefined };
  } catch (error) {
    return { values, error };
  }
}

const tokens = (outcomes: readonly Outcome<unknown>[]): readonly (string | undefined)[] =>
  outcomes.map((outcome) => (outcome.status === 'ok' ? undefined : outcome.startingToken));

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

  test('waits for the slots of the process, unless it is read within a task', async () => {
    const giveBack = leaveProcessSlots(1);
    const job = new ScriptedStream({ a: pagesOf([1], [2]), b: pagesOf([3]) });
    expect((await itemsOf(streamOf(job)).toArray()).toSorted()).toEqual([1, 2, 3]);
    expect(job.load.most).toBe(1);
    giveBack();
    expectNothingLeftBehind();
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

describe('a target that fails', () => {
  const script = (): Readonly<Record<string, readonly Step[]>> => ({
    a: [{ items: [1], token: 'after 1' }, new StatusError('denied', 'not yours')],
    b: pagesOf([2], [3], [4]),
    c: [new StatusError('unreachable')],
  });

  test('is thrown when the healthy ones are finished', async () => {
    const stream = itemsOf(streamOf(new ScriptedStream(script())));
    const { values, error } = await readTo(stream);
    expect(values.toSorted()).toEqual([1, 2, 3, 4]);
    if (!(error instanceof FanOutError)) throw error;
    expect(error.report).toBe(await stream.report());
    expect(error.report.outcomes).toMatchObject([
      { status: 'denied', startingToken: 'after 1', attempts: 2 },
      { status: 'ok', value: { pages: 3, items: 3 } },
      { status: 'unreachable', startingToken: undefined },
    ]);
    expect(error.message).toMatch(/^paginateThings: 2 of 3 targets missing: a denied \(not yours\), c unreachable/);
    expect(error.message).toContain('startingToken');
    expectNothingLeftBehind();
  });

  test('is an event of settled(), which throws nothing', async () => {
    const events = await eventsOf(itemsOf(streamOf(new ScriptedStream(script()))));
    const failed = events.filter(({ status }) => status !== 'ok').map(({ target, status }) => [target.region, status]);
    expect(failed.toSorted()).toEqual([
      ['a', 'denied'],
      ['c', 'unreachable'],
    ]);
    expect(events).toHaveLength(6);
  });

  test('without data that could be missing is no error', async () => {
    const job = new ScriptedStream({
      a: [new StatusError('notEnabled')],
      b: pagesOf([1]),
      c: [new StatusError('notSupported')],
    });
    const stream = streamOf(job);
    expect(await itemsOf(stream).toArray()).toEqual([1]);
    expect((await stream.report()).failures).toHaveLength(2);
  });

  test('fails the collecting ways alike', async () => {
    await expect(itemsOf(streamOf(new ScriptedStream(script()))).toArray()).rejects.toThrow(FanOutError);
    expect(await itemsOf(streamOf(new ScriptedStream(script()))).count()).toEqual({
      count: 4,
      exact: false,
      missing: [at('a'), at('c')],
    });
  });

  test.each<[string, Partial<ScriptedStream>]>([
    [
      'opening',
      {
        open: () => {
          throw new Error('at once');
        },
      },
    ],
    [
      'its iterator',
      {
        open: () => ({
          next: () => {
            throw new Error('at once');
          },
        }),
      },
    ],
    [
      'leaving it',
      {
        open: () => ({
          next: () => Promise.reject(new Error('at once')),
          return: () => {
            throw new Error('again');
          },
        }),
      },
    ],
    [
      'reading the token',
      {
        token: () => {
          throw new Error('at once');
        },
      },
    ],
  ])('by throwing at once in %s has its outcome', async (_, broken) => {
    const stream = streamOf(Object.assign(new ScriptedStream({ a: pagesOf([1]) }), broken));
    expect(await unhandledDuring(() => expect(stream.toArray()).rejects.toThrow(/a failed \(at once\)/))).toEqual([]);
    expect((await stream.report()).outcomes).toMatchObject([{ status: 'failed' }]);
  });
});

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

describe('time and signals', () => {
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
