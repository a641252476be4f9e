import { describe, expect, test } from 'vitest';
import { FannedCall } from './fanned-call.js';
import { Deferred, untilIdle } from './testing/deferred.js';
import { GatedJob } from './testing/gated-job.js';
import { regionsOf } from './testing/reading.js';
import { at, type foundAt } from './testing/targets.js';
import { unhandledDuring } from './testing/unhandled.js';

function twoRegions(): { job: GatedJob; call: FannedCall<string> } {
  const job = new GatedJob(['a', 'b']);
  return { job, call: new FannedCall(job) };
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
    const job = Object.assign(new GatedJob(['a', 'b']), { callsEach: { min: 0, max: 'unbounded' as const } });
    expect((await new FannedCall(job).plan()).calls).toEqual({ min: 0, max: 'unbounded' });
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
