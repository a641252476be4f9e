import * as fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { isFanOutError } from '../fan-out-error.js';
import type { Outcome } from '../outcome.js';
import { Deferred } from '../testing/deferred.js';
import { expectNothingLeftBehind } from '../testing/left-behind.js';
import { leaveProcessSlots, quietProcess } from '../testing/process-slots.js';
import { type Page, pagesOf, ScriptedStream, type Step } from '../testing/scripted-stream.js';
import type { FanoutStream } from './fanout-stream.js';
import { streamOf } from './stream-view.js';

beforeAll(quietProcess);
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const lane = fc.record({
  /** The items of its pages, each item given by how much greater it is than the one before. */
  pages: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  /** The page in whose stead it fails. */
  failsAt: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 4 }),
  /** How long each page takes. */
  takes: fc.integer({ min: 0, max: 30 }),
});
type LanePlan = typeof lane extends fc.Arbitrary<infer L> ? L : never;

const shape = fc.constantFrom('pages', 'items', 'sorted', 'take', 'sorted take', 'count', 'settled', 'report');
const schedule = fc.record({
  lanes: fc.array(lane, { maxLength: 6 }),
  concurrency: fc.integer({ min: 1, max: 7 }),
  slots: fc.integer({ min: 1, max: 7 }),
  timeout: fc.option(fc.integer({ min: 5, max: 60 }), { nil: undefined, freq: 1 }),
  deadline: fc.option(fc.integer({ min: 5, max: 200 }), { nil: undefined, freq: 1 }),
  abort: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined, freq: 1 }),
  pause: fc.constantFrom(0, 0, 7),
  leaveAfter: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 2 }),
  shape,
});
type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;

const longEnough = 20_000;

/** The lane's pages, its items in order. */
function pagesOfLane({ pages }: LanePlan): readonly Page[] {
  let last = 0;
  return pagesOf(
    ...pages.map((steps) =>
      steps.map((step) => {
        last += step;
        return last;
      }),
    ),
  );
}

function stepsOf(plan: LanePlan): readonly Step[] {
  const failsAt = plan.failsAt ?? plan.pages.length;
  const pages = pagesOfLane(plan).slice(0, failsAt);
  return failsAt < plan.pages.length ? [...pages, new Error('broke')] : pages;
}

/** Pages that take their time, told by the call's signal when nobody wants them any more. */
class SlowStream extends ScriptedStream {
  readonly #takes: Readonly<Record<string, number>>;
  /** The most pages of one target that were fetched without having been handed out. */
  mostAhead = 0;
  readonly #handedOut = new Map<string, number>();

  constructor({ lanes, concurrency, timeout, deadline }: Schedule, signal: AbortSignal) {
    const named = lanes.map((plan, index) => [`r${index}`, plan] as const);
    const script = Object.fromEntries(named.map(([region, plan]) => [region, stepsOf(plan)]));
    super(script, { concurrency, timeout, deadline, signals: [signal] });
    this.#takes = Object.fromEntries(named.map(([region, { takes }]) => [region, takes]));
  }

  handedOut(region: string): void {
    this.#handedOut.set(region, (this.#handedOut.get(region) ?? 0) + 1);
  }

  override open(target: Parameters<ScriptedStream['open']>[0]): AsyncIterator<Page> {
    const pages = super.open(target);
    const next = async (): Promise<IteratorResult<Page>> => {
      const slow = new Deferred<void>();
      setTimeout(slow.resolve, this.#takes[target.region] ?? 0);
      await this.load.during(this.signal(), slow.promise);
      const ahead = this.requests(target.region) + 1 - (this.#handedOut.get(target.region) ?? 0);
      this.mostAhead = Math.max(this.mostAhead, ahead);
      return pages.next();
    };
    return { ...pages, next };
  }
}

interface Seen {
  readonly items: readonly number[];
  readonly pages: number;
  readonly left: boolean;
  readonly error: unknown;
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function consume(given: Schedule, job: SlowStream, stream: FanoutStream<Page>): Promise<Seen> {
  const items: number[] = [];
  let pages = 0;
  const until = given.leaveAfter ?? Number.POSITIVE_INFINITY;
  const perItem = stream.items(({ items: picked }) => picked);
  const loop = async <T>(values: AsyncIterable<T>, note: (value: T) => void): Promise<boolean> => {
    let left = until;
    for await (const value of values) {
      note(value);
      left -= 1;
      if (left === 0) return true;
      if (given.pause > 0) await wait(given.pause);
    }
    return false;
  };
  const note = ({ value }: { readonly value: number }): number => items.push(value);
  const ascending = (a: number, b: number): number => a - b;
  const ways: Readonly<Record<Schedule['shape'], () => Promise<boolean>>> = {
    pages: () =>
      loop(stream, ({ target, value }) => {
        job.handedOut(target.region);
        pages += 1;
        items.push(...value.items);
      }),
    items: () => loop(perItem, note),
    sorted: () => loop(perItem.sorted(ascending), note),
    take: () => loop(perItem.take(5), note),
    'sorted take': () => loop(perItem.sorted(ascending).take(5), note),
    settled: () => loop(perItem.settled(), (event) => event.status === 'ok' && items.push(event.value)),
    count: async () => {
      const { count } = await perItem.count();
      items.push(...Array.from({ length: count }, () => 0));
      return false;
    },
    report: async () => {
      await stream.report();
      return false;
    },
  };
  try {
    return { left: await ways[given.shape](), items, pages, error: undefined };
  } catch (error) {
    if (!isFanOutError(error)) throw error;
    return { left: false, items, pages, error };
  }
}

/** All that the lanes have before they fail. */
const everything = ({ lanes }: Schedule): readonly number[] =>
  lanes
    .flatMap((plan) => pagesOfLane(plan).slice(0, plan.failsAt ?? plan.pages.length))
    .flatMap(({ items }) => items)
    .toSorted((a, b) => a - b);

/** What a lane has from a token on. */
function restFrom(plan: LanePlan, token: string | undefined): readonly number[] {
  const from = token === undefined ? 0 : Number(token.replace('page ', ''));
  return pagesOfLane(plan)
    .slice(from)
    .flatMap(({ items }) => items);
}

async function play(given: Schedule): Promise<void> {
  const controller = new AbortController();
  const giveBack = leaveProcessSlots(given.slots);
  const job = new SlowStream(given, controller.signal);
  if (given.abort !== undefined) setTimeout(() => controller.abort(), given.abort);
  const stream = streamOf(job);
  const reading = consume(given, job, stream);
  await vi.advanceTimersByTimeAsync(longEnough);
  giveBack();
  const seen = await reading;
  const { outcomes, missing } = await stream.report();
  expectNothingLeftBehind(controller.signal);
  expect(job.load.now).toBe(0);
  expect(job.load.most).toBeLessThanOrEqual(Math.min(given.concurrency, given.slots));
  expect(outcomes.map(({ target }) => target.region)).toEqual(given.lanes.map((_, index) => `r${index}`));
  checkItems(given, job, seen, outcomes);
  const takes = given.shape.includes('take') && seen.items.length === 5;
  const throws = !seen.left && !takes && missing.length > 0 && !['count', 'settled', 'report'].includes(given.shape);
  if (given.shape !== 'sorted take') expect(seen.error !== undefined).toBe(throws);
}

function checkItems(given: Schedule, job: SlowStream, seen: Seen, outcomes: readonly Outcome<unknown>[]): void {
  const undisturbed = given.timeout === undefined && given.deadline === undefined && given.abort === undefined;
  if (given.shape.startsWith('sorted')) expect(seen.items).toEqual(seen.items.toSorted((a, b) => a - b));
  if (given.shape === 'sorted' && undisturbed && !seen.left) expect(seen.items).toEqual(everything(given));
  if (given.shape === 'sorted take' && undisturbed && !seen.left && seen.error === undefined) {
    const whole = everything({ ...given, lanes: given.lanes.map((plan) => ({ ...plan, failsAt: undefined })) });
    expect(seen.items).toEqual(whole.slice(0, 5));
  }
  if (['items', 'settled'].includes(given.shape) && undisturbed && !seen.left) {
    expect(seen.items.toSorted((a, b) => a - b)).toEqual(everything(given));
  }
  if (given.shape === 'count' && undisturbed) expect(seen.items).toHaveLength(everything(given).length);
  if (given.shape === 'pages') {
    // The page in hand and one ahead.
    expect(job.mostAhead).toBeLessThanOrEqual(2);
    const rests = given.lanes.flatMap((plan, index) => {
      const outcome = outcomes[index];
      return outcome === undefined || outcome.status === 'ok' ? [] : restFrom(plan, outcome.startingToken);
    });
    const all = given.lanes.flatMap((plan) => restFrom(plan, undefined));
    // Left after the last page of a target, nobody knows yet that it was the last: it is asked again from the beginning.
    const together = [...seen.items, ...rests].toSorted((a, b) => a - b);
    if (seen.left) expect(together.length).toBeGreaterThanOrEqual(all.length);
    else if (undisturbed) expect(together).toEqual(all.toSorted((a, b) => a - b));
  }
}

test('any schedule of pages, failures, limits and ways of reading loses no item and no outcome', async () => {
  await fc.assert(
    fc.asyncProperty(schedule, play).beforeEach(() => {
      vi.clearAllTimers();
    }),
    { numRuns: 400 },
  );
}, 60_000);
