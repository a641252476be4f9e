import { describe, expect, test } from 'vitest';
import { ConsumedError } from '../errors/consumed-error.js';
import { FannedCall } from './fanned-call.js';
import { untilIdle } from './testing/deferred.js';
import { GatedJob } from './testing/gated-job.js';
import { regionsOf } from './testing/reading.js';
import { at } from './testing/targets.js';

function twoRegions(): { job: GatedJob; call: FannedCall<string> } {
  const job = new GatedJob(['a', 'b']);
  return { job, call: new FannedCall(job) };
}

describe('a loop begun in the turn', () => {
  test('is handed each outcome as it comes', async () => {
    const { job, call } = twoRegions();
    const loop = call[Symbol.asyncIterator]();
    const first = loop.next();
    job.answer('b');
    expect((await first).value).toMatchObject({ status: 'ok', value: 'of b', target: at('b') });
    job.fail('a');
    expect((await loop.next()).value).toMatchObject({ status: 'failed', target: at('a') });
    expect(await loop.next()).toEqual({ done: true, value: undefined });
  });

  test('consumes the fan-out: nothing else can be asked of it', async () => {
    const { job, call } = twoRegions();
    job.answerAll();
    expect(await regionsOf(call)).toEqual(['a', 'b']);
    for (const ask of [() => call.then(), () => call.settled(), () => call.byRegion(), () => call.flat(() => [])]) {
      await expect(ask()).rejects.toThrow(ConsumedError);
    }
    await expect(regionsOf(call)).rejects.toThrow(/^describeThings: .*\.settled\(\)/);
    expect(job.asked).toEqual(['a', 'b']);
  });

  test('shuts out a second one of the same turn', async () => {
    const { job, call } = twoRegions();
    job.answerAll();
    const [first, second] = await Promise.allSettled([regionsOf(call), regionsOf(call)]);
    expect(first).toMatchObject({ status: 'fulfilled', value: ['a', 'b'] });
    expect(second).toMatchObject({ status: 'rejected', reason: expect.any(ConsumedError) });
  });

  test('is not ended by a second one that comes and goes', async () => {
    const { job, call } = twoRegions();
    const loop = regionsOf(call);
    await call[Symbol.asyncIterator]().return?.();
    await untilIdle();
    job.answerAll();
    expect(await loop).toEqual(['a', 'b']);
    expect(job.outcomesSeen.map(({ status }) => status)).toEqual(['ok', 'ok']);
  });

  test('cancels the rest when it is left', async () => {
    const job = new GatedJob(['a', 'b', 'c'], { concurrency: 2 });
    const call = new FannedCall(job);
    job.answer('a');
    for await (const { target } of call) {
      expect(target.region).toBe('a');
      break;
    }
    await untilIdle();
    expect(job.isCancelled('b')).toBe(true);
    expect(job.underWay).toBe(0);
    expect(job.outcomesSeen.map(({ status }) => status)).toEqual(['ok', 'cancelled', 'cancelled']);
  });

  test('cancels the rest when its body throws', async () => {
    const { job, call } = twoRegions();
    job.answer('a');
    const looping = async (): Promise<void> => {
      for await (const _ of call) throw new Error('mine');
    };
    await expect(looping()).rejects.toThrow('mine');
    await untilIdle();
    expect(job.isCancelled('b')).toBe(true);
  });

  test('cancels everything when it is left before it was pulled', async () => {
    const { job, call } = twoRegions();
    const loop = call[Symbol.asyncIterator]();
    await untilIdle();
    expect(job.asked).toEqual(['a', 'b']);
    await loop.return?.();
    await untilIdle();
    expect([job.isCancelled('a'), job.isCancelled('b')]).toEqual([true, true]);
    expect(await loop.next()).toEqual({ done: true, value: undefined });
  });

  test('can be left while it waits for an outcome', async () => {
    const { job, call } = twoRegions();
    const loop = call[Symbol.asyncIterator]();
    const waiting = loop.next();
    await untilIdle();
    await loop.return?.();
    await waiting;
    expect(job.underWay).toBe(0);
  });

  test('can be left in the turn that made the call: nothing is sent', async () => {
    const { job, call } = twoRegions();
    await call[Symbol.asyncIterator]().return?.();
    await untilIdle();
    expect(job.asked).toEqual([]);
  });

  test('holds no more outcomes back than calls are allowed', async () => {
    const job = new GatedJob(['a', 'b', 'c', 'd', 'e'], { concurrency: 2 });
    job.answerAll();
    const loop = new FannedCall(job)[Symbol.asyncIterator]();
    await untilIdle();
    expect(job.asked).toEqual(['a', 'b']);
    await loop.next();
    await untilIdle();
    expect(job.asked).toEqual(['a', 'b', 'c']);
    expect(await regionsOf({ [Symbol.asyncIterator]: () => loop })).toEqual(['b', 'c', 'd', 'e']);
  });

  test('keeps the outcomes when settled() is asked for in the same turn', async () => {
    const { job, call } = twoRegions();
    const loop = regionsOf(call);
    const report = call.settled();
    job.answer('b');
    await untilIdle();
    job.answer('a');
    expect(await loop).toEqual(['b', 'a']);
    expect((await report).values).toEqual(['of a', 'of b']);
    expect(await regionsOf(call)).toEqual(['b', 'a']);
  });

  test('leaving it cancels nothing where the outcomes are kept', async () => {
    const { job, call } = twoRegions();
    const report = call.settled();
    job.answer('a');
    for await (const _ of call) break;
    job.answer('b');
    expect((await report).values).toEqual(['of a', 'of b']);
  });
});

test('a loop begun later gets again what came, then follows', async () => {
  const { job, call } = twoRegions();
  await untilIdle();
  job.answer('b');
  await untilIdle();
  const loop = call[Symbol.asyncIterator]();
  expect((await loop.next()).value).toMatchObject({ target: at('b') });
  const next = loop.next();
  await untilIdle();
  job.answer('a');
  expect((await next).value).toMatchObject({ target: at('a') });
  expect((await loop.next()).done).toBe(true);
  expect(await call).toEqual(['of a', 'of b']);
});
