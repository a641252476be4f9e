import { describe, expect, test } from 'vitest';
import { isOptionError } from '../../errors/option-error.js';
import { FanOutError } from '../fan-out-error.js';
import { Deferred, untilIdle } from '../testing/deferred.js';
import { StatusError } from '../testing/gated-job.js';
import { itemsOf } from '../testing/reading.js';
import { type Page, pagesOf, ScriptedStream, type Step } from '../testing/scripted-stream.js';
import { at } from '../testing/targets.js';
import { unhandledDuring } from '../testing/unhandled.js';
import type { FanoutStream } from './fanout-stream.js';
import { streamOf } from './stream-view.js';
import { UnsortedError } from './unsorted-error.js';

const ascending = (a: number, b: number): number => a - b;
const read = (script: Readonly<Record<string, readonly Step[]>>): FanoutStream<number> =>
  itemsOf(streamOf(new ScriptedStream(script)));

describe('items', () => {
  test('picks from each page, and from what was picked', async () => {
    const stream = read({ a: pagesOf([1, 2], [3]) }).items((value) => [value, value * 10]);
    expect(await stream.toArray()).toEqual([1, 10, 2, 20, 3, 30]);
    expect((await stream.report()).outcomes).toMatchObject([{ value: { pages: 2, items: 6 } }]);
  });

  test('knows where each is from, and takes undefined for none', async () => {
    const stream = read({ a: pagesOf([1]), b: pagesOf([2]) });
    expect(await stream.items((value, { region }) => (region === 'a' ? undefined : [value])).toArray()).toEqual([2]);
  });

  test('may be undefined themselves', async () => {
    const stream = read({ a: pagesOf([1, 2]) }).items(() => [undefined]);
    expect(await stream.toArray()).toEqual([undefined, undefined]);
  });

  test('are picked no further than they are taken', async () => {
    const endless = read({ a: pagesOf([1]) }).items(function* () {
      for (let value = 0; ; value += 1) yield value;
    });
    expect(await endless.take(3).toArray()).toEqual([0, 1, 2]);
  });

  test.each(['arrival', 'sorted', 'take'])('that cannot be picked end the stream with that error (%s)', async (how) => {
    const gate = new Deferred<Page>();
    const job = new ScriptedStream({ a: pagesOf([1], [2]), b: [gate] });
    const broken = (value: number): readonly number[] => {
      if (value === 2) throw new Error('mine');
      return [value];
    };
    const plain = streamOf(job).items(({ items }) => items);
    if (how === 'sorted') gate.resolve({ items: [0] });
    const streams = {
      arrival: () => plain.items(broken),
      sorted: () => plain.items(broken).sorted(ascending),
      take: () => plain.take(9).items(broken),
    };
    const stream = streams[how as keyof typeof streams]();
    const seen: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const { value } of stream) seen.push(value);
    };
    expect(await unhandledDuring(() => expect(reading()).rejects.toThrow('mine'))).toEqual([]);
    expect(seen).toEqual(how === 'sorted' ? [0, 1] : [1]);
    expect(job.load.now).toBe(0);
    expect((await stream.report()).outcomes[0]).toMatchObject({ status: 'cancelled', startingToken: 'page 1' });
  });
});

describe('sorted', () => {
  test('merges sorted targets into one order', async () => {
    const stream = read({ a: pagesOf([1, 4], [7]), b: pagesOf([], [2, 3]), c: [], d: pagesOf([5, 6]) });
    expect(await stream.sorted(ascending).toArray()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('keeps equals in target order, whichever is expected to be slow', async () => {
    const job = new ScriptedStream({ a: pagesOf([1, 1]), b: pagesOf([1]), c: pagesOf([0, 1]) });
    job.expectedAt = { b: 5, c: 9 };
    const regions: string[] = [];
    for await (const { target } of streamOf(job)
      .items(({ items }) => items)
      .sorted(ascending))
      regions.push(target.region);
    expect(job.asked).toEqual(['c', 'b', 'a']);
    expect(regions).toEqual(['c', 'a', 'a', 'b', 'c']);
  });

  test('fetches at most one page of a target ahead', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2], [3], [4]), b: pagesOf([9], [10], [11]) });
    const reader = streamOf(job)
      .items(({ items }) => items)
      .sorted(ascending)
      [Symbol.asyncIterator]();
    await reader.next();
    await untilIdle();
    expect([job.requests('a'), job.requests('b')]).toEqual([2, 2]);
    await reader.next();
    await untilIdle();
    expect([job.requests('a'), job.requests('b')]).toEqual([3, 2]);
    await reader.return?.();
  });

  test('finishes the healthy targets before it throws', async () => {
    const stream = read({ a: [{ items: [1], token: 'x' }, new StatusError('throttled')], b: pagesOf([2], [3]) });
    const seen: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const { value } of stream.sorted(ascending)) seen.push(value);
    };
    await expect(reading()).rejects.toThrow(FanOutError);
    expect(seen).toEqual([1, 2, 3]);
    expect((await stream.report()).outcomes).toMatchObject([
      { status: 'throttled', startingToken: 'x' },
      { status: 'ok', value: { pages: 2, items: 2 } },
    ]);
  });

  test.each([
    ['within a page', pagesOf([1, 3, 2])],
    ['from page to page', pagesOf([1, 3], [2])],
  ])('refuses a target that is not in order %s', async (_, pages) => {
    const stream = read({ a: pages, b: pagesOf([9]) });
    const error = await stream
      .sorted(ascending)
      .toArray()
      .catch((thrown: unknown) => thrown);
    if (!(error instanceof UnsortedError)) throw error;
    expect(error.target).toBe(at('a'));
    expect(error.message).toMatch(/^paginateThings: a does not give its values in the order/);
    expect((await stream.report()).outcomes).toMatchObject([{ status: 'cancelled' }, { status: 'cancelled' }]);
  });

  test('an error of compare ends the stream', async () => {
    const job = new ScriptedStream({ a: pagesOf([1], [2]), b: pagesOf([3]) });
    const stream = streamOf(job)
      .items(({ items }) => items)
      .sorted(() => {
        throw new Error('mine');
      });
    expect(await unhandledDuring(() => expect(stream.toArray()).rejects.toThrow('mine'))).toEqual([]);
    expect(job.left).toContain('a');
  });

  test('left midway, it goes on from what was not handed out', async () => {
    const stream = read({ a: pagesOf([1], [4], [5]), b: pagesOf([2], [3]), c: pagesOf([9]) });
    for await (const { value } of stream.sorted(ascending)) {
      await untilIdle();
      if (value === 3) break;
    }
    const { outcomes } = await stream.report();
    expect(outcomes).toMatchObject([
      { status: 'cancelled', startingToken: 'page 1' },
      { status: 'cancelled', startingToken: 'page 1' },
      { status: 'cancelled', startingToken: undefined },
    ]);
  });

  test('takes whole pages too', async () => {
    const stream = streamOf(new ScriptedStream({ a: pagesOf([1], [3]), b: pagesOf([2]) }));
    const pages = await stream.sorted((a, b) => (a.items[0] ?? 0) - (b.items[0] ?? 0)).toArray();
    expect(pages.flatMap(({ items }) => items)).toEqual([1, 2, 3]);
  });

  test('may be followed by items', async () => {
    const stream = read({ a: pagesOf([1, 3]), b: pagesOf([2]) });
    expect(
      await stream
        .sorted(ascending)
        .items((value) => [value, -value])
        .toArray(),
    ).toEqual([1, -1, 2, -2, 3, -3]);
  });

  test('comes once, and before take', () => {
    const stream = read({ a: [] });
    for (const misuse of [() => stream.take(1).sorted(ascending), () => stream.sorted(ascending).sorted(ascending)]) {
      expect(misuse).toThrow(expect.toSatisfy(isOptionError));
      expect(misuse).toThrow(/paginateThings: sorted\(\)/);
    }
  });
});

describe('take', () => {
  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (count) => {
    expect(() => read({ a: [] }).take(count)).toThrow(/take\(.*whole number/);
  });

  test('gives so many and leaves the rest', async () => {
    const job = new ScriptedStream({ a: pagesOf([1, 2], [3, 4], [5]) });
    const stream = streamOf(job)
      .items(({ items }) => items)
      .take(3);
    expect(await stream.toArray()).toEqual([1, 2, 3]);
    expect(job.left).toEqual(['a']);
    expect((await stream.report()).complete).toBe(false);
  });

  test('gives what there is when there is less', async () => {
    expect(
      await read({ a: pagesOf([1, 2]) })
        .take(5)
        .toArray(),
    ).toEqual([1, 2]);
  });

  test('does not mind a missing target when it has got enough', async () => {
    const stream = read({ a: pagesOf([1, 2]), b: [new Error('broke')] });
    expect(await stream.take(2).toArray()).toEqual([1, 2]);
  });

  test('throws for a missing target when it came up short', async () => {
    await expect(
      read({ a: pagesOf([1, 2]), b: [new Error('broke')] })
        .take(3)
        .toArray(),
    ).rejects.toThrow(FanOutError);
  });

  test('of take: the smaller counts', async () => {
    const script = { a: pagesOf([1, 2, 3], [4, 5]) };
    expect(await read(script).take(2).take(4).toArray()).toEqual([1, 2]);
    expect(await read(script).take(4).take(2).toArray()).toEqual([1, 2]);
  });

  test('before items takes so many of what it follows', async () => {
    const stream = read({ a: pagesOf([1, 2, 3]) });
    expect(
      await stream
        .take(2)
        .items((value) => [value, value])
        .toArray(),
    ).toEqual([1, 1, 2, 2]);
  });

  test('gives failures in their place when settled', async () => {
    const gate = new Deferred<Page>();
    const reader = read({ a: [new StatusError('denied')], b: [gate] })
      .take(1)
      .settled()
      [Symbol.asyncIterator]();
    expect((await reader.next()).value).toMatchObject({ target: at('a'), status: 'denied' });
    gate.resolve({ items: [1, 2] });
    expect((await reader.next()).value).toEqual({ target: at('b'), status: 'ok', value: 1 });
    expect((await reader.next()).done).toBe(true);
  });

  describe('of sorted', () => {
    test('throws when a target is missing that could have had one of them', async () => {
      const first = read({ a: pagesOf([1, 2, 3]), b: [new Error('broke')] });
      await expect(first.sorted(ascending).take(2).toArray()).rejects.toThrow(FanOutError);
      const midway = read({ a: pagesOf([1, 4, 5]), b: [{ items: [2], token: 'x' }, new Error('broke')] });
      await expect(midway.sorted(ascending).take(3).toArray()).rejects.toThrow(FanOutError);
      const twice = read({ a: pagesOf([1, 2, 3]), b: [new Error('broke')] });
      await expect(twice.sorted(ascending).take(2).take(9).toArray()).rejects.toThrow(FanOutError);
    });

    test('does not when the missing ones come after', async () => {
      const script = { a: pagesOf([1, 4, 5]), b: [{ items: [2], token: 'x' }, new Error('broke')] };
      expect(await read(script).sorted(ascending).take(2).toArray()).toEqual([1, 2]);
    });

    test('does not for a region that has nothing', async () => {
      const script = { a: pagesOf([1, 2]), b: [new StatusError('notEnabled')] };
      expect(await read(script).sorted(ascending).take(2).toArray()).toEqual([1, 2]);
    });
  });
});

describe('count', () => {
  test('is exact when every target was read to its end', async () => {
    expect(await read({ a: pagesOf([1, 2], [3]), b: [] }).count()).toEqual({ count: 3, exact: true, missing: [] });
    expect(await read({ a: [new StatusError('notSupported')], b: pagesOf([1]) }).count()).toMatchObject({
      count: 1,
      exact: true,
    });
    expect(
      await read({ a: pagesOf([2, 3]), b: pagesOf([1]) })
        .sorted(ascending)
        .count(),
    ).toMatchObject({ count: 3, exact: true });
    expect(
      await read({ a: pagesOf([1, 2]) })
        .take(3)
        .count(),
    ).toMatchObject({ count: 2, exact: true });
  });

  test('is not when a target is missing, truncated or left', async () => {
    const missing = read({ a: pagesOf([1]), b: [new Error('broke')] });
    expect(await missing.count()).toEqual({ count: 1, exact: false, missing: [at('b')] });
    const truncated = read({ a: [{ items: [1], token: 'x' }] });
    expect(await truncated.count()).toEqual({ count: 1, exact: false, missing: [] });
    expect(
      await read({ a: pagesOf([1], [2]) })
        .take(1)
        .count(),
    ).toMatchObject({ count: 1, exact: false });
  });
});
