import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { TimeOverError } from '../errors/time-over-error.js';
import { attempt } from './attempt.js';
import { CancelledError } from './cancelled-error.js';
import { FannedCall } from './fanned-call.js';
import { defaultLimits } from './limits.js';
import type { Outcome } from './outcome.js';
import { Run } from './run.js';
import { Deferred, untilIdle } from './testing/deferred.js';
import { GatedJob, StatusError } from './testing/gated-job.js';
import { expectNothingLeftBehind } from './testing/left-behind.js';
import { quietProcess } from './testing/process-slots.js';
import { at, foundAt } from './testing/targets.js';

beforeAll(quietProcess);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const statuses = (outcomes: readonly Outcome<unknown>[]): readonly string[] => outcomes.map(({ status }) => status);
const errorOf = (outcome: Outcome<unknown> | undefined): Error | undefined =>
  outcome?.status === 'ok' ? undefined : outcome?.error;

describe('the deadline', () => {
  test('ends what has not answered, and what was not asked yet', async () => {
    const job = new GatedJob(['a', 'b', 'c'], { deadline: 100, concurrency: 2 });
    const report = new FannedCall(job).settled();
    await vi.advanceTimersByTimeAsync(40);
    job.fail('a');
    await vi.advanceTimersByTimeAsync(20);
    job.answer('b');
    await vi.advanceTimersByTimeAsync(40);
    const { outcomes, elapsed, missing } = await report;
    expect(outcomes).toMatchObject([
      { status: 'failed', elapsed: 40, attempts: 1 },
      { status: 'ok', elapsed: 60, attempts: 1 },
      { status: 'timedOut', elapsed: 60, attempts: 1 },
    ]);
    expect(errorOf(outcomes[2])).toMatchObject({ name: 'TimeOverError', limit: 'deadline', milliseconds: 100 });
    expect([elapsed, missing]).toEqual([100, [at('a'), at('c')]]);
    expect(job.isCancelled('c')).toBe(true);
    expectNothingLeftBehind();
  });

  test('gives those that were never asked an outcome without attempts', async () => {
    const job = new GatedJob(['a', 'b'], { deadline: 100, concurrency: 1 });
    const report = new FannedCall(job).settled();
    await vi.advanceTimersByTimeAsync(100);
    expect((await report).outcomes[1]).toMatchObject({ status: 'timedOut', attempts: 0, elapsed: 0 });
    expect(job.asked).toEqual(['a']);
  });

  test('ends the search for targets too', async () => {
    const job = Object.assign(new GatedJob(['a'], { deadline: 100 }), { finding: new Deferred<never>().promise });
    const failed = expect(new FannedCall(job).settled()).rejects.toThrow(TimeOverError);
    await vi.advanceTimersByTimeAsync(100);
    await failed;
    expectNothingLeftBehind();
  });

  test('tidies up after a loop whose outcomes nobody came for', async () => {
    const { signal } = new AbortController();
    const job = new GatedJob(['a', 'b', 'c'], { deadline: 100, signals: [signal], concurrency: 1 });
    job.answerAll();
    const loop = new FannedCall(job)[Symbol.asyncIterator]();
    await vi.advanceTimersByTimeAsync(100);
    expectNothingLeftBehind(signal);
    const rest: Outcome<string>[] = [];
    for await (const outcome of { [Symbol.asyncIterator]: () => loop }) rest.push(outcome);
    expect(statuses(rest)).toEqual(['ok', 'timedOut', 'timedOut']);
  });
});

describe('the time-out of a target', () => {
  test('counts from its own call', async () => {
    const job = new GatedJob(['a', 'b'], { timeout: 50, concurrency: 1 });
    const report = new FannedCall(job).settled();
    await vi.advanceTimersByTimeAsync(40);
    job.answer('a');
    await vi.advanceTimersByTimeAsync(49);
    expect(job.isCancelled('b')).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    const { outcomes } = await report;
    expect(statuses(outcomes)).toEqual(['ok', 'timedOut']);
    expect(errorOf(outcomes[1])).toMatchObject({ limit: 'timeout', milliseconds: 50 });
    expect(errorOf(outcomes[1])?.message).toContain('within the timeout of 50 ms');
    expect(job.isCancelled('b')).toBe(true);
    expectNothingLeftBehind();
  });

  test('does not run while a target waits for its turn', async () => {
    const job = new GatedJob(['a', 'b'], { timeout: 50, concurrency: 1 });
    const report = new FannedCall(job).settled();
    await vi.advanceTimersByTimeAsync(49);
    job.answer('a');
    await vi.advanceTimersByTimeAsync(49);
    job.answer('b');
    expect((await report).complete).toBe(true);
  });

  test('an answer after it changes nothing', async () => {
    const job = new GatedJob(['a'], { timeout: 50 });
    const report = new FannedCall(job).settled();
    await vi.advanceTimersByTimeAsync(50);
    job.answer('a');
    await untilIdle();
    expect(statuses((await report).outcomes)).toEqual(['timedOut']);
    expect(job.outcomesSeen).toHaveLength(1);
  });
});

describe('a signal', () => {
  test('that aborts midway cancels what has not answered', async () => {
    const controller = new AbortController();
    const reason = new Error('the user went home');
    const job = new GatedJob(['a', 'b', 'c'], { signals: [controller.signal], concurrency: 2 });
    const report = new FannedCall(job).settled();
    await untilIdle();
    job.answer('a');
    await untilIdle();
    controller.abort(reason);
    const { outcomes } = await report;
    expect(statuses(outcomes)).toEqual(['ok', 'cancelled', 'cancelled']);
    expect(errorOf(outcomes[1])).toBeInstanceOf(CancelledError);
    expect(errorOf(outcomes[1])?.cause).toBe(reason);
    expect(job.isCancelled('b')).toBe(true);
    expectNothingLeftBehind(controller.signal);
  });

  test('that had aborted before sends nothing and gives each target its outcome', async () => {
    const job = new GatedJob(['a', 'b'], { signals: [AbortSignal.abort('early')], deadline: 100, timeout: 10 });
    const { outcomes } = await new FannedCall(job).settled();
    expect(statuses(outcomes)).toEqual(['cancelled', 'cancelled']);
    expect(errorOf(outcomes[0])?.cause).toBe('early');
    expect(job.asked).toEqual([]);
    expectNothingLeftBehind(...job.limits.signals);
  });

  test('that aborts in the turn of the call does the same', async () => {
    const controller = new AbortController();
    const job = new GatedJob(['a', 'b'], { signals: [controller.signal] });
    const call = new FannedCall(job);
    controller.abort();
    expect(statuses((await call.settled()).outcomes)).toEqual(['cancelled', 'cancelled']);
    expect(job.asked).toEqual([]);
  });

  test('is one of several: any of them cancels, and none is listened to afterwards', async () => {
    const controllers = [new AbortController(), new AbortController(), new AbortController()] as const;
    const signals = controllers.map(({ signal }) => signal);
    const job = new GatedJob(['a', 'b'], { signals, concurrency: 1 });
    const report = new FannedCall(job).settled();
    await untilIdle();
    controllers[1].abort('second');
    controllers[2].abort('third');
    expect((await report).outcomes.map((outcome) => errorOf(outcome)?.cause)).toEqual(['second', 'second']);
    expectNothingLeftBehind(...signals);
  });

  test('ends the search for targets', async () => {
    const controller = new AbortController();
    const finding = new Deferred<ReturnType<typeof foundAt>>();
    const job = Object.assign(new GatedJob(['a'], { signals: [controller.signal] }), { finding: finding.promise });
    const call = new FannedCall(job);
    const failed = expect(call.settled()).rejects.toThrow(CancelledError);
    await untilIdle();
    controller.abort();
    await failed;
    finding.resolve(foundAt(['a']));
    await untilIdle();
    expect(job.asked).toEqual([]);
    expectNothingLeftBehind(controller.signal);
  });

  test.each([
    ['every target answers', (job: GatedJob) => job.answerAll()],
    ['a target fails', (job: GatedJob) => [job.answer('a'), job.fail('b')]],
  ])('is not listened to any more after %s', async (_, end) => {
    const { signal } = new AbortController();
    const job = new GatedJob(['a', 'b'], { signals: [signal], deadline: 1_000, timeout: 500 });
    const report = new FannedCall(job).settled();
    await untilIdle();
    end(job);
    await report;
    expectNothingLeftBehind(signal);
  });

  test('is not listened to any more when finding the targets failed', async () => {
    const { signal } = new AbortController();
    const job = new GatedJob(['a'], { signals: [signal], deadline: 1_000 });
    job.finding = Promise.reject(new Error('lost'));
    await expect(new FannedCall(job).settled()).rejects.toThrow('lost');
    expectNothingLeftBehind(signal);
  });

  test('is not listened to any more when the loop was left', async () => {
    const { signal } = new AbortController();
    const job = new GatedJob(['a', 'b', 'c'], { signals: [signal], deadline: 1_000, timeout: 500, concurrency: 1 });
    job.answer('a');
    for await (const _ of new FannedCall(job)) break;
    await untilIdle();
    expectNothingLeftBehind(signal);
  });

  test('is not listened to before the call starts', async () => {
    const { signal } = new AbortController();
    await new FannedCall(new GatedJob(['a'], { signals: [signal], deadline: 10 })).plan();
    expectNothingLeftBehind(signal);
  });
});

describe('an outcome', () => {
  test('counts the requests that were sent for it, or what the service says of them', async () => {
    const job = new GatedJob(['a', 'b']);
    const task = job.task.bind(job);
    const counting = Object.assign(job, {
      task: (target: ReturnType<typeof at>) => ({
        ...task(target),
        invoke: async (call: { requests: number }) => {
          call.requests += 3;
          return target.region === 'a'
            ? { value: 'x', truncated: false }
            : { value: 'x', truncated: true, attempts: 2 };
        },
      }),
    });
    const { outcomes, truncated, complete } = await new FannedCall(counting).settled();
    expect(outcomes.map(({ attempts }) => attempts)).toEqual([3, 2]);
    expect([truncated, complete]).toEqual([[at('b')], false]);
  });

  test('has the status and the error of the verdict, with its attempts', async () => {
    const error = new StatusError('throttled');
    const job = new GatedJob(['a']);
    const task = job.task.bind(job);
    const judged = Object.assign(job, {
      task: (target: ReturnType<typeof at>) => ({
        ...task(target),
        classify: () => ({ status: 'throttled' as const, error, attempts: 3 }),
      }),
    });
    job.fail('a');
    expect((await new FannedCall(judged).settled()).outcomes).toMatchObject([
      { status: 'throttled', error, attempts: 3 },
    ]);
  });

  test('is there even when judging the error fails', async () => {
    const job = new GatedJob(['a', 'b']);
    const task = job.task.bind(job);
    const broken = Object.assign(job, {
      task: (target: ReturnType<typeof at>) => ({
        ...task(target),
        classify: () => {
          throw new Error('cannot judge');
        },
      }),
    });
    job.fail('a');
    job.answer('b');
    const { outcomes } = await new FannedCall(broken).settled();
    expect(statuses(outcomes)).toEqual(['failed', 'ok']);
    expect(errorOf(outcomes[0])?.message).toBe('cannot judge');
  });
});

test('an attempt of a run that has ended is not made', async () => {
  const job = new GatedJob(['a']);
  const run = new Run({ ...defaultLimits, timeout: 10, signals: [AbortSignal.abort('early')] });
  run.begin();
  expect(await attempt(job.task(at('a')), run)).toMatchObject({ status: 'cancelled', attempts: 0 });
  run.end();
  expect(job.asked).toEqual([]);
  expectNothingLeftBehind();
});
