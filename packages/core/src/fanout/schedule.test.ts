import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Target } from '../targets/target.js';
import { currentCall, runOutsideCalls } from './call.js';
import { FannedCall } from './fanned-call.js';
import { processGate } from './gate.js';
import { slowestFirst } from './job.js';
import { untilIdle } from './testing/deferred.js';
import { GatedJob } from './testing/gated-job.js';
import { expectNothingLeftBehind } from './testing/left-behind.js';
import { leaveProcessSlots, quietProcess } from './testing/process-slots.js';
import { at, regionsUpTo } from './testing/targets.js';

beforeAll(quietProcess);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A job whose task is a function of its own, as that of `map` is. */
function mapping<R>(regions: readonly string[], fn: (target: Target) => Promise<R>): FannedCall<R> {
  const job = new GatedJob(regions);
  const task = (target: Target) => ({
    ...job.task(target),
    invoke: async () => ({ value: await fn(target), truncated: false }),
  });
  const { operation, limits, callsEach } = job;
  return new FannedCall({
    ...{ operation, limits, callsEach, task },
    ...{ find: () => job.find(), expected: () => 0, seen: (outcome) => job.seen(outcome) },
  });
}

test('the slowest is asked first, and ties keep their order', () => {
  const expected: Readonly<Record<string, number>> = { b: 5, d: 9 };
  const order = slowestFirst(['a', 'b', 'c', 'd'].map(at), ({ region }) => expected[region] ?? 0);
  expect(order.map(({ region }) => region)).toEqual(['d', 'b', 'a', 'c']);
});

test('values come in target order, whatever was asked or answered first', async () => {
  const job = new GatedJob(['a', 'b', 'c'], {}, { b: 1, c: 2 });
  const values = Promise.resolve(new FannedCall(job));
  await untilIdle();
  expect(job.asked).toEqual(['c', 'b', 'a']);
  for (const region of ['b', 'a', 'c']) {
    job.answer(region);
    await untilIdle();
  }
  expect(await values).toEqual(['of a', 'of b', 'of c']);
});

test('no targets at all are no failure', async () => {
  const { outcomes, complete } = await new FannedCall(new GatedJob([])).settled();
  expect([outcomes, complete]).toEqual([[], true]);
  for await (const _ of new FannedCall(new GatedJob([]))) throw new Error('there is nothing');
});

test('the job is told of every outcome once', async () => {
  const job = new GatedJob(['a', 'b']);
  job.answer('a');
  job.fail('b');
  const { outcomes } = await new FannedCall(job).settled();
  expect(new Set(job.outcomesSeen)).toEqual(new Set(outcomes));
  expect(job.outcomesSeen).toHaveLength(2);
});

test('concurrency holds within a fan-out', async () => {
  const job = new GatedJob(regionsUpTo(7), { concurrency: 3 });
  const report = new FannedCall(job).settled();
  for (const region of job.regions) {
    await untilIdle();
    expect(job.underWay).toBeLessThanOrEqual(3);
    job.answer(region);
  }
  expect((await report).complete).toBe(true);
  expect(job.mostUnderWay).toBe(3);
});

describe('the slots of the process', () => {
  let giveBack = (): void => {};
  afterEach(() => giveBack());

  test('are shared by all fan-outs, in the order of asking', async () => {
    giveBack = leaveProcessSlots(3);
    const jobs = [new GatedJob(['a', 'b']), new GatedJob(['a', 'b'])] as const;
    const reports = Promise.all(jobs.map((job) => new FannedCall(job).settled()));
    await untilIdle();
    expect(jobs.map(({ asked }) => asked)).toEqual([['a', 'b'], ['a']]);
    expect(processGate.waiting).toBe(1);
    jobs[0].answer('a');
    await untilIdle();
    expect(jobs[1].asked).toEqual(['a', 'b']);
    for (const job of jobs) job.answerAll();
    expect((await reports).map(({ complete }) => complete)).toEqual([true, true]);
    giveBack();
    giveBack = () => {};
    expectNothingLeftBehind();
  });

  test('are not waited for any longer than the deadline or the signal allow', async () => {
    giveBack = leaveProcessSlots(0);
    const controller = new AbortController();
    const timed = new FannedCall(new GatedJob(['a'], { deadline: 50 })).settled();
    const cancelled = new FannedCall(new GatedJob(['a'], { signals: [controller.signal] })).settled();
    await vi.advanceTimersByTimeAsync(50);
    controller.abort();
    expect((await timed).outcomes).toMatchObject([{ status: 'timedOut', attempts: 0 }]);
    expect((await cancelled).outcomes).toMatchObject([{ status: 'cancelled', attempts: 0 }]);
    giveBack();
    giveBack = () => {};
    expectNothingLeftBehind(controller.signal);
  });

  test('a fan-out within a task needs none, so that full slots cannot lock', async () => {
    giveBack = leaveProcessSlots(2);
    const outer = mapping(['a', 'b'], async () => {
      const inner = new GatedJob(['x', 'y']);
      inner.answerAll();
      return (await new FannedCall(inner)).length;
    });
    expect(await outer).toEqual([2, 2]);
  });

  test('a fan-out made within a task but begun outside waits for its slot', async () => {
    const inner = new GatedJob(['x']);
    const made: FannedCall<string>[] = [];
    await mapping(['a'], async () => {
      const call = new FannedCall(inner);
      await call.plan();
      made.push(call);
    });
    giveBack = leaveProcessSlots(0);
    const report = made[0]?.settled();
    await untilIdle();
    expect(inner.asked).toEqual([]);
    giveBack();
    giveBack = () => {};
    inner.answerAll();
    expect((await report)?.complete).toBe(true);
  });

  test('a fan-out planned outside and begun within a task needs none', async () => {
    giveBack = leaveProcessSlots(1);
    const inner = new GatedJob(['x']);
    inner.answerAll();
    const call = new FannedCall(inner);
    await call.plan();
    expect(await mapping(['a'], async () => (await call.settled()).complete)).toEqual([true]);
  });
});

describe('a fan-out within a task', () => {
  test('ends with it', async () => {
    const inner = new GatedJob(['x']);
    const controller = new AbortController();
    const job = new GatedJob(['a'], { signals: [controller.signal] });
    const nested = Object.assign(job, {
      task: (target: Target) => ({
        ...new GatedJob([]).task(target),
        invoke: async () => ({ value: String((await new FannedCall(inner)).length), truncated: false }),
      }),
    });
    const report = new FannedCall(nested).settled();
    await untilIdle();
    expect(inner.asked).toEqual(['x']);
    controller.abort();
    expect((await report).outcomes).toMatchObject([{ status: 'cancelled' }]);
    await untilIdle();
    expect(inner.isCancelled('x')).toBe(true);
    expectNothingLeftBehind(controller.signal);
  });

  test('knows the call that it is part of', async () => {
    const seen = await mapping(['a'], async () => {
      const here = currentCall();
      return [here?.operation, here?.target.region, here?.requests, runOutsideCalls(currentCall)];
    });
    expect(seen).toEqual([['describeThings', 'a', 0, undefined]]);
    expect(currentCall()).toBeUndefined();
  });
});
