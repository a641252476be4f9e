import * as fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { isConsumedError } from '../errors/consumed-error.js';
import { isFanOutError } from './fan-out-error.js';
import { FannedCall } from './fanned-call.js';
import type { Outcome } from './outcome.js';
import { Deferred } from './testing/deferred.js';
import { GatedJob } from './testing/gated-job.js';
import { expectNothingLeftBehind } from './testing/left-behind.js';
import { leaveProcessSlots, quietProcess } from './testing/process-slots.js';
import { foundAt, regionsUpTo } from './testing/targets.js';

/** Milliseconds that never coincide with those of another kind of event: `kind` is their last digit. */
const milliseconds = (kind: number, tens = 12) => fc.integer({ min: 0, max: tens }).map((ten) => ten * 10 + kind);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

const schedule = fc.record({
  targets: fc.array(
    fc.record({ answersAfter: maybe(milliseconds(0)), fails: fc.boolean(), expected: fc.integer({ min: 0, max: 3 }) }),
    { maxLength: 8 },
  ),
  foundAfter: fc.oneof(fc.constant(undefined), milliseconds(1, 3)),
  concurrency: fc.integer({ min: 1, max: 9 }),
  slots: fc.integer({ min: 1, max: 9 }),
  timeout: maybe(milliseconds(3)),
  deadline: maybe(milliseconds(5)),
  abort: maybe(milliseconds(7)),
  how: fc.constantFrom('await', 'settled', 'loop', 'slow loop', 'late loop', 'leave', 'settled and loop' as const),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;

/** Everything answers in the end: what no limit would end is ended by this. */
const longEnough = 2_000;

class TimedJob extends GatedJob {
  readonly #schedule: Schedule;

  constructor(schedule: Schedule, signal: AbortSignal) {
    const { concurrency, timeout, deadline } = schedule;
    super(regionsUpTo(schedule.targets.length), { concurrency, timeout, deadline, signals: [signal] });
    this.#schedule = schedule;
  }

  override expected({ region }: { readonly region: string }): number {
    return this.#schedule.targets[this.regions.indexOf(region)]?.expected ?? 0;
  }

  override task(target: Parameters<GatedJob['task']>[0]): ReturnType<GatedJob['task']> {
    const task = super.task(target);
    const { answersAfter = longEnough / 10, fails } = this.#schedule.targets[this.regions.indexOf(target.region)] ?? {};
    const invoke: typeof task.invoke = (call) => {
      const timer = setTimeout(() => (fails ? this.fail(target.region) : this.answer(target.region)), answersAfter);
      return task.invoke(call).finally(() => clearTimeout(timer));
    };
    return { ...task, invoke };
  }
}

interface Seen {
  readonly outcomes: readonly Outcome<string>[];
  /** Whether the outcomes are all there are, in target order. */
  readonly whole: boolean;
  readonly error?: unknown;
}

async function loop(call: FannedCall<string>, pause: number, most: number): Promise<Seen> {
  const outcomes: Outcome<string>[] = [];
  for await (const outcome of call) {
    outcomes.push(outcome);
    if (outcomes.length >= most) break;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return { outcomes, whole: false };
}

async function awaited(call: FannedCall<string>): Promise<Seen> {
  try {
    const values = await call;
    const { outcomes } = await call.settled();
    expect(values).toEqual(outcomes.map((outcome) => outcome.status === 'ok' && outcome.value));
    return { outcomes, whole: true };
  } catch (error) {
    if (!isFanOutError(error)) throw error;
    const { outcomes } = await call.settled();
    expect(error.report.outcomes).toEqual(outcomes);
    expect(outcomes.some(({ status }) => status !== 'ok')).toBe(true);
    return { outcomes, whole: true };
  }
}

async function both(call: FannedCall<string>): Promise<Seen> {
  const [report, looped] = await Promise.all([call.settled(), loop(call, 4, Number.POSITIVE_INFINITY)]);
  expect(new Set(looped.outcomes)).toEqual(new Set(report.outcomes));
  expect(looped.outcomes).toHaveLength(report.outcomes.length);
  return { outcomes: report.outcomes, whole: true };
}

async function consume(call: FannedCall<string>, how: Schedule['how']): Promise<Seen> {
  if (how === 'await') return awaited(call);
  if (how === 'settled') return { outcomes: (await call.settled()).outcomes, whole: true };
  if (how === 'settled and loop') return both(call);
  if (how === 'late loop') {
    // Asked for in time, so that a failure that comes before the loop begins is not one that nobody consumes.
    call.catch(() => []);
    await new Promise((resolve) => setTimeout(resolve, 22));
  }
  return loop(call, how === 'slow loop' ? 24 : 0, how === 'leave' ? 2 : Number.POSITIVE_INFINITY);
}

/** What must become of a target when nothing makes it wait. */
function predicted(
  { timeout, deadline, abort, foundAfter = 0 }: Schedule,
  target: Schedule['targets'][number],
): string {
  const ends: readonly [number, string][] = [
    [foundAfter + (target.answersAfter ?? longEnough / 10), target.fails ? 'failed' : 'ok'],
    [foundAfter + (timeout ?? longEnough), 'timedOut'],
    [deadline ?? longEnough, 'timedOut'],
    [abort ?? longEnough, 'cancelled'],
  ];
  return ends.toSorted(([a], [b]) => a - b)[0]?.[1] ?? 'nothing';
}

async function play(given: Schedule): Promise<void> {
  const controller = new AbortController();
  const giveBack = leaveProcessSlots(given.slots);
  const job = new TimedJob(given, controller.signal);
  const found = new Deferred<ReturnType<typeof foundAt>>();
  if (given.foundAfter !== undefined) {
    job.finding = found.promise;
    setTimeout(() => found.resolve(foundAt(job.regions)), given.foundAfter);
  }
  if (given.abort !== undefined) setTimeout(() => controller.abort(), given.abort);
  const seen = consume(new FannedCall(job), given.how).catch(
    (error: unknown): Seen => ({ outcomes: [], whole: false, error }),
  );
  await vi.advanceTimersByTimeAsync(longEnough);
  giveBack();
  check(given, job, await seen);
  expectNothingLeftBehind(controller.signal);
}

function check(given: Schedule, job: GatedJob, { outcomes, whole, error }: Seen): void {
  const regions = outcomes.map(({ target }) => target.region);
  expect(isConsumedError(error)).toBe(false);
  expect(job.mostUnderWay).toBeLessThanOrEqual(Math.min(given.concurrency, given.slots));
  expect(job.underWay).toBe(0);
  expect(new Set(regions).size).toBe(regions.length);
  if (error !== undefined) {
    const limit = Math.min(given.deadline ?? longEnough, given.abort ?? longEnough);
    expect(limit).toBeLessThan(given.foundAfter ?? 0);
    return;
  }
  expect(job.outcomesSeen).toHaveLength(job.regions.length);
  if (given.how === 'leave') expect(regions.length).toBe(Math.min(2, job.regions.length));
  else if (whole) expect(regions).toEqual(job.regions);
  else expect(new Set(regions)).toEqual(new Set(job.regions));
  const waits = job.regions.length > Math.min(given.concurrency, given.slots);
  if (waits || given.how === 'leave') return;
  expect(outcomes.map(({ status }) => status)).toEqual(
    regions.map((region) =>
      predicted(given, given.targets[job.regions.indexOf(region)] as Schedule['targets'][number]),
    ),
  );
}

beforeAll(quietProcess);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('any schedule of answers, failures, aborts and deadlines loses no outcome and exceeds no cap', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, play).beforeEach(() => {
      vi.clearAllTimers();
    }),
    { numRuns: 400 },
  );
}, 60_000);
