import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { afterEach, expect, test, vi } from 'vitest';
import { isOptionError } from '../../errors/option-error.js';
import { processBreakers } from '../../guards/breakers.js';
import { serviceSet } from '../set/service-set.js';
import { ec2Answer, newKeys, type Sent, Wire } from '../testing/wire.js';

afterEach(() => {
  processBreakers.clear();
  vi.useRealTimers();
});

const regions = ['us-east-1', 'eu-west-1'];
const state = (sent: Sent, name: string) =>
  ec2Answer(
    sent,
    `<reservationSet><item><instancesSet><item><instanceState><name>${name}</name></instanceState></item></instancesSet></item></reservationSet>`,
  );
const input = Object.freeze({ InstanceIds: ['i-1'] });

const ec2 = (wire: Wire) => serviceSet(EC2, { regions, credentials: newKeys(), config: wire.config });

test.each([
  ['seconds', 60],
  ['a configuration', { maxWaitTime: 60, minDelay: 15 }],
])('a waiter takes %s and waits in every region', async (_, configuration) => {
  const wire = new Wire((sent) => state(sent, 'running'));
  const results = await ec2(wire).waitUntilInstanceRunning(input, configuration);
  expect(results.map((result) => result.state)).toEqual(['SUCCESS', 'SUCCESS']);
  expect([...wire.regions].sort()).toEqual([...regions].sort());
});

test('a region that gets there later is asked again', async () => {
  const asked = new Map<string, number>();
  const wire = new Wire((sent) => {
    const turn = (asked.get(sent.region) ?? 0) + 1;
    asked.set(sent.region, turn);
    return state(sent, sent.region === 'eu-west-1' && turn === 1 ? 'pending' : 'running');
  });
  // The least delay that EC2's own waiters take is 15 s, so the clock is moved.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  const waited = ec2(wire).waitUntilInstanceRunning(input, 60).settled();
  await vi.advanceTimersByTimeAsync(20_000);
  await vi.advanceTimersByTimeAsync(20_000);
  const report = await waited;
  expect(report.outcomes.map(({ status }) => status)).toEqual(['ok', 'ok']);
  expect(report.outcomes.map(({ attempts }) => attempts)).toEqual([1, 2]);
});

test('its maximum wait is its time-out, also where a request hangs, and whatever the set says of other calls', async () => {
  const wire = new Wire(() => new Promise<never>(() => {}));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  const waited = ec2(wire).with({ timeout: 1_000 }).waitUntilInstanceRunning(input, 20).settled();
  await vi.advanceTimersByTimeAsync(20_000);
  const { outcomes } = await waited;
  const timedOut = { status: 'timedOut', elapsed: 20_000, error: { limit: 'timeout', milliseconds: 20_000 } };
  expect(outcomes).toMatchObject([timedOut, timedOut]);
});

test('what has not come when its maximum wait is over is timed out', async () => {
  const wire = new Wire((sent) => state(sent, 'pending'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  const waited = ec2(wire).waitUntilInstanceRunning(input, 20).settled();
  await vi.advanceTimersByTimeAsync(21_000);
  const { outcomes } = await waited;
  expect(outcomes.map(({ status }) => status)).toEqual(['timedOut', 'timedOut']);
});

test.each(['with', 'configuration'])('a signal, given by %s, cancels it', async (how) => {
  const controller = new AbortController();
  const wire = new Wire((sent) => state(sent, 'pending'));
  const { signal } = controller;
  const set = how === 'with' ? ec2(wire).with({ signal }) : ec2(wire);
  const configuration = how === 'with' ? 60 : { maxWaitTime: 60, abortSignal: signal };
  const waited = set.waitUntilInstanceRunning(input, configuration).settled();
  await vi.waitFor(() => expect(wire.sent).toHaveLength(2));
  controller.abort(new Error('enough'));
  const { outcomes } = await waited;
  expect(outcomes.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  expect(wire.sent).toHaveLength(2);
});

test.each([undefined, 0, -1, Number.NaN, '60', {}, null])(
  'a maximum wait of %j is refused before any request',
  (wait) => {
    const wire = new Wire((sent) => state(sent, 'running'));
    try {
      ec2(wire).waitUntilInstanceRunning(input, wait as never);
      expect.unreachable();
    } catch (error) {
      expect(isOptionError(error)).toBe(true);
    }
    expect(wire.sent).toEqual([]);
  },
);

test('a wait longer than a timer can be is waited for', async () => {
  const wire = new Wire((sent) => state(sent, 'running'));
  expect(await ec2(wire).waitUntilInstanceRunning(input, 10_000_000)).toHaveLength(2);
});

test('what shows that it will never come is failed', async () => {
  const wire = new Wire((sent) => state(sent, 'terminated'));
  const { outcomes } = await ec2(wire).waitUntilInstanceRunning(input, 60).settled();
  expect(outcomes.map(({ status }) => status)).toEqual(['failed', 'failed']);
});

test('S3 waits without a body', async () => {
  const wire = new Wire(() => ({ status: 200 }));
  const set = serviceSet(S3, { regions: ['eu-west-1'], credentials: newKeys(), config: wire.config });
  const [result] = await set.waitUntilBucketExists({ Bucket: 'some-bucket' }, 10);
  expect(result?.state).toBe('SUCCESS');
});

test('a region that is not reached at first is skipped at the next poll, and not waited for to the end', async () => {
  const wire = new Wire((sent) => {
    if (sent.region === 'us-east-1') return state(sent, 'running');
    throw Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' });
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  const config = { ...wire.config, maxAttempts: 1 };
  const set = serviceSet(EC2, { regions, credentials: newKeys(), config });
  const waited = set.waitUntilInstanceRunning(input, 3_600).settled();
  await vi.advanceTimersByTimeAsync(40_000);
  expect((await waited).outcomes.map(({ status }) => status)).toEqual(['ok', 'skipped']);
});

test('a region that was reached before is waited for, though it is skipped for a while', async () => {
  let turn = 0;
  const wire = new Wire((sent) => {
    turn += 1;
    if (turn === 1) return state(sent, 'pending');
    if (turn === 2) throw Object.assign(new Error('connect ETIMEDOUT'), { code: 'ETIMEDOUT' });
    return state(sent, 'running');
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  const config = { ...wire.config, maxAttempts: 1 };
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), config });
  const waited = set.waitUntilInstanceRunning(input, { maxWaitTime: 3_600, maxDelay: 20 }).settled();
  await vi.advanceTimersByTimeAsync(400_000);
  expect((await waited).outcomes.map(({ status }) => status)).toEqual(['ok']);
});
