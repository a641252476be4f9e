import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Task } from './attempt.js';
import { defaultLimits } from './limits.js';
import type { Outcome } from './outcome.js';
import { Run } from './run.js';
import { runAll } from './run-all.js';
import { Deferred, untilIdle } from './testing/deferred.js';
import { verdictOn } from './testing/gated-job.js';
import { at } from './testing/targets.js';

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** A task whose answer is its number, given when `gate` opens. */
function task(number: number, gate: Promise<unknown>): Task<number> {
  const invoke = () => gate.then(() => ({ value: number, truncated: false }));
  return { operation: 'count', target: at('a'), invoke, classify: verdictOn };
}

/** Runs them and gives the outcomes in the order in which they came. */
async function outcomesOf<T>(tasks: Iterable<Task<T>>, run: Run): Promise<readonly Outcome<T>[]> {
  const outcomes: Outcome<T>[] = [];
  run.begin();
  await runAll(tasks, { run, pace: undefined }, (outcome) => void outcomes.push(outcome)).finally(() => run.end());
  return outcomes;
}

test('a long sequence is made as it is run: under 6 MB for 340,000 tasks before the first ends', async () => {
  const gate = new Deferred<void>();
  const abort = new AbortController();
  const run = new Run({ ...defaultLimits, signals: [abort.signal] });
  let made = 0;
  function* tasks(): Generator<Task<number>> {
    for (; made < 340_000; made += 1) yield task(made, gate.promise);
  }
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  run.begin();
  const ran = runAll(tasks(), { run, pace: undefined }, () => {});
  await untilIdle();
  const grown = process.memoryUsage().heapUsed - before;
  expect(made).toBeLessThanOrEqual(defaultLimits.concurrency);
  expect(grown).toBeLessThan(6 * 2 ** 20);
  gate.resolve();
  await ran;
  run.end();
  expect(made).toBe(340_000);
}, 60_000);

test('whatever the width, each task of a sequence has its outcome, and no more are made than are under way', async () => {
  const lengths = fc.nat({ max: 30 });
  const widths = fc.integer({ min: 1, max: 8 });
  await fc.assert(
    fc.asyncProperty(lengths, widths, async (length, concurrency) => {
      let [made, ended, most] = [0, 0, 0];
      function* tasks(): Generator<Task<number>> {
        for (; made < length; made += 1) {
          most = Math.max(most, made - ended);
          yield task(made, untilIdle());
        }
      }
      const run = new Run({ ...defaultLimits, concurrency });
      const counted = function* (): Generator<Task<number>> {
        for (const one of tasks()) yield { ...one, invoke: (call) => one.invoke(call).finally(() => (ended += 1)) };
      };
      const outcomes = await outcomesOf(counted(), run);
      const values = outcomes.map((outcome) => outcome.status === 'ok' && outcome.value);
      expect(values.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length }, (_, number) => number));
      expect(most).toBeLessThanOrEqual(concurrency);
    }),
  );
});

test('a sequence that breaks off fails the run, but what is under way has its outcome first', async () => {
  const gate = new Deferred<void>();
  function* tasks(): Generator<Task<number>> {
    yield task(0, gate.promise);
    yield task(1, Promise.resolve());
    throw new Error('no more accounts');
  }
  const outcomes: Outcome<number>[] = [];
  const run = new Run({ ...defaultLimits, concurrency: 2 });
  run.begin();
  let failed = false;
  const ran = runAll(tasks(), { run, pace: undefined }, (outcome) => void outcomes.push(outcome)).catch((error) => {
    failed = true;
    return error;
  });
  await untilIdle();
  expect([outcomes.length, failed]).toEqual([1, false]);
  gate.resolve();
  expect(await ran).toMatchObject({ message: 'no more accounts' });
  expect(outcomes).toHaveLength(2);
  run.end();
});
