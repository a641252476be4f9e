import { describe, expect, test } from 'vitest';
import { FanOutError } from './fan-out-error.js';
import { FannedCall } from './fanned-call.js';
import { untilIdle } from './testing/deferred.js';
import { GatedJob } from './testing/gated-job.js';
import { regionsOf } from './testing/reading.js';
import { unhandledDuring } from './testing/unhandled.js';

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
