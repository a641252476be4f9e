import { describe, expect, test } from 'vitest';
import { ConsumedError } from './consumed-error.js';
import { FanOutError } from './fan-out-error.js';
import { FannedCall } from './fanned-call.js';
import type { Outcome } from './outcome.js';
import { Deferred, untilIdle } from './testing/deferred.js';
import { GatedJob } from './testing/gated-job.js';
import { at, type foundAt } from './testing/targets.js';
import { unhandledDuring } from './testing/unhandled.js';

function twoRegions(): { job: GatedJob; call: FannedCall<string> } {
  const job = new GatedJob(['a', 'b']);
  return { job, call: new FannedCall(job) };
}

async function regionsOf(outcomes: AsyncIterable<Outcome<string>>): Promise<readonly string[]> {
  const regions: string[] = [];
  for await (const { target } of outcomes) regions.push(target.region);
  return regions;
}

describe('a fan-out starts', () => {
  test('by itself at the end of the turn, and not before', async () => {
    const { job } = twoRegions();
    expect(job.finds).toBe(0);
    await untilIdle();
    expect(job.asked).toEqual(['a', 'b']);
    job.answerAll();
  });

  test('when it is awaited', async () => {
    const { job, call } = twoRegions();
    job.answerAll();
    expect(await call).toEqual(['of a', 'of b']);
  });

  test('not when its plan is asked for in the turn that made it', async () => {
    const { job, call } = twoRegions();
    const plan = await call.plan();
    expect(plan).toEqual({ operation: 'describeThings', targets: [at('a'), at('b')], calls: { min: 2, max: 2 } });
    await untilIdle();
    expect(job.asked).toEqual([]);
  });

  test.each(['await', 'settled', 'loop'] as const)('when it is consumed after its plan: %s', async (how) => {
    const { job, call } = twoRegions();
    await call.plan();
    job.answerAll();
    if (how === 'await') expect(await call).toEqual(['of a', 'of b']);
    if (how === 'settled') expect((await call.settled()).values).toEqual(['of a', 'of b']);
    if (how === 'loop') expect(await regionsOf(call)).toEqual(['a', 'b']);
    expect(job.asked).toEqual(['a', 'b']);
    expect(job.finds).toBe(1);
  });

  test('when it is consumed in the turn that asked for its plan', async () => {
    const { job, call } = twoRegions();
    job.answerAll();
    const [plan, regions] = await Promise.all([call.plan(), regionsOf(call)]);
    expect([plan.targets.length, regions]).toEqual([2, ['a', 'b']]);
    expect(job.asked).toEqual(['a', 'b']);
  });

  test('and gives its plan while it runs and afterwards', async () => {
    const { job, call } = twoRegions();
    const values = Promise.resolve(call);
    await untilIdle();
    expect((await call.plan()).targets).toEqual([at('a'), at('b')]);
    job.answerAll();
    await values;
    expect((await call.plan()).targets).toEqual([at('a'), at('b')]);
    expect(job.asked).toEqual(['a', 'b']);
  });

  test('and says that nobody can tell the number of requests of an arbitrary function', async () => {
    const job = Object.assign(new GatedJob(['a', 'b']), { oneCallEach: false });
    expect((await new FannedCall(job).plan()).calls).toEqual({ min: 2, max: 'unbounded' });
  });
});

describe('one run is shared', () => {
  test('by every way of asking, any number of times', async () => {
    const { job, call } = twoRegions();
    job.answerAll();
    const flat = () => call.flat((value, { region }) => [value, region]);
    expect(await call).toEqual(['of a', 'of b']);
    expect(await call).toEqual(['of a', 'of b']);
    expect((await call.settled()).complete).toBe(true);
    expect([...(await call.byRegion())]).toEqual([
      ['a', 'of a'],
      ['b', 'of b'],
    ]);
    expect((await call.byTarget()).get(at('b'))).toBe('of b');
    expect(await flat()).toEqual(['of a', 'a', 'of b', 'b']);
    expect(await call.finally(() => 'ignored')).toEqual(['of a', 'of b']);
    expect(await call.catch(() => [])).toEqual(['of a', 'of b']);
    expect(await regionsOf(call)).toEqual(['a', 'b']);
    expect(job.asked).toEqual(['a', 'b']);
  });

  test('flat takes undefined for nothing', async () => {
    const { job, call } = twoRegions();
    job.answerAll();
    expect(await call.flat((value, { region }) => (region === 'a' ? undefined : [value]))).toEqual(['of b']);
  });

  test('an error of the select of flat is the error of flat alone', async () => {
    const { job, call } = twoRegions();
    job.answerAll();
    const flat = call.flat(() => {
      throw new Error('mine');
    });
    await expect(flat).rejects.toThrow('mine');
    expect(await call).toEqual(['of a', 'of b']);
  });
});

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

describe('finding the targets fails', () => {
  const lost = new Error('no such profile');
  const failing = (): FannedCall<string> =>
    new FannedCall(Object.assign(new GatedJob(['a']), { finding: Promise.reject(lost) }));

  test.each<[string, (call: FannedCall<string>) => Promise<unknown>]>([
    ['await', async (call) => await call],
    ['settled', (call) => call.settled()],
    ['a loop', (call) => regionsOf(call)],
    ['plan', (call) => call.plan()],
    ['settled and a loop', (call) => Promise.all([call.settled(), regionsOf(call)])],
  ])('%s rejects with that error', async (_, ask) => {
    expect(await unhandledDuring(() => expect(ask(failing())).rejects.toBe(lost))).toEqual([]);
  });

  test('a loop begun later does too', async () => {
    const found = new Deferred<ReturnType<typeof foundAt>>();
    const call = new FannedCall(Object.assign(new GatedJob(['a']), { finding: found.promise }));
    await untilIdle();
    const loop = regionsOf(call);
    found.reject(lost);
    expect(await unhandledDuring(() => expect(loop).rejects.toBe(lost))).toEqual([]);
  });
});

describe('a failure that nobody asks about', () => {
  function failing(): FannedCall<string> {
    const job = new GatedJob(['a', 'b']);
    job.answer('a');
    job.fail('b');
    return new FannedCall(job);
  }

  test('is one ordinary unhandled rejection', async () => {
    const reasons = await unhandledDuring(() => void failing());
    expect(reasons).toEqual([expect.any(FanOutError)]);
  });

  test('is one for every promise that was derived and dropped, as of any promise', async () => {
    expect(await unhandledDuring(() => void failing().then())).toHaveLength(1);
    expect(await unhandledDuring(() => void failing().byRegion())).toHaveLength(1);
  });

  test('is none when only the plan was asked for', async () => {
    expect(await unhandledDuring(() => void failing().plan())).toEqual([]);
  });

  test.each<[string, (call: FannedCall<string>) => unknown]>([
    ['settled()', (call) => call.settled()],
    ['a catch', (call) => call.catch(() => [])],
    ['a loop', (call) => regionsOf(call)],
    ['an iterator that is never pulled', (call) => void call[Symbol.asyncIterator]()],
    [
      'a loop begun after other work',
      async (call) => {
        await untilIdle();
        await regionsOf(call);
      },
    ],
    [
      'an await after other work',
      async (call) => {
        await untilIdle();
        await call.catch(() => []);
      },
    ],
  ])('is none when it was consumed by %s', async (_, consume) => {
    expect(await unhandledDuring(() => consume(failing()))).toEqual([]);
  });

  test('is none when nothing is missing', async () => {
    const job = new GatedJob(['a']);
    job.answerAll();
    expect(await unhandledDuring(() => void new FannedCall(job))).toEqual([]);
    expect(job.asked).toEqual(['a']);
  });
});
