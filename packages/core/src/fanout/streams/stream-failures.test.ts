import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { FanOutError } from '../fan-out-error.js';
import { StatusError } from '../testing/gated-job.js';
import { expectNothingLeftBehind } from '../testing/left-behind.js';
import { quietProcess } from '../testing/process-slots.js';
import { eventsOf, itemsOf, readTo } from '../testing/reading.js';
import { pagesOf, ScriptedStream, type Step } from '../testing/scripted-stream.js';
import { at } from '../testing/targets.js';
import { unhandledDuring } from '../testing/unhandled.js';
import { streamOf } from './stream-view.js';

beforeAll(quietProcess);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
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
    expect(error.message).toMatch(/^paginateThings: 2 of 3 targets missing: a denied \(not yours\); c unreachable/);
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
