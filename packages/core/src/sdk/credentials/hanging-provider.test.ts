import { EC2 } from '@aws-sdk/client-ec2';
import { afterEach, expect, test, vi } from 'vitest';
import type { CredentialProvider, Credentials } from '../set/options.js';
import { serviceSet } from '../set/service-set.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';
import { CredentialsBroker } from './credentials-broker.js';

afterEach(() => vi.useRealTimers());

/** The turns of the event loop stay real: calls of other tests take them, too. */
const clocks = ['setTimeout', 'clearTimeout', 'Date', 'performance'] as const;
const patience = 120_000;
const regions = ['us-east-1', 'eu-west-1', 'ap-south-1'];

/** A provider that answers only when it is told to. */
function silent() {
  const waiting: ((keys: Credentials) => void)[] = [];
  const ask = (): Promise<Credentials> => new Promise((resolve) => waiting.push(resolve));
  return { ask, waiting };
}

test('a provider that hangs ends with each call’s own time, and is asked once', async () => {
  vi.useFakeTimers({ toFake: [...clocks] });
  const wire = new Wire((sent) => ec2Answer(sent));
  const { ask, waiting } = silent();
  const credentials: CredentialProvider = ask;
  const set = serviceSet(EC2, { regions, credentials, config: wire.config });
  const calls = [
    set.with({ timeout: 1_000 }).describeVolumes({}).settled(),
    set.with({ deadline: 2_000 }).describeVolumes({}).settled(),
  ];
  await vi.advanceTimersByTimeAsync(2_000);
  for (const { failures } of await Promise.all(calls)) {
    expect(failures.map(({ status, error }) => [status, error.name])).toEqual(
      regions.map(() => ['timedOut', 'TimeOverError']),
    );
  }
  expect(waiting).toHaveLength(1);
  waiting[0]?.(newKeys());
  expect(await set.describeVolumes({})).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('where the regions are to be found first, a deadline ends that, too', async () => {
  vi.useFakeTimers({ toFake: [...clocks] });
  const wire = new Wire((sent) => ec2Answer(sent));
  const { ask, waiting } = silent();
  let begun = (): void => undefined;
  const begins = new Promise<void>((resolve) => (begun = resolve));
  const credentials: CredentialProvider = () => {
    begun();
    return ask();
  };
  const set = serviceSet(EC2, { credentials, config: wire.config, deadline: 3_000 });
  const asked = set.describeVolumes({}).settled();
  await begins;
  await vi.advanceTimersByTimeAsync(3_000);
  const { outcomes } = await asked;
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['timedOut']));
  expect([waiting.length, wire.sent.length]).toEqual([1, 0]);
});

test('after two minutes nobody waits any more, and who comes then asks anew', async () => {
  vi.useFakeTimers({ toFake: [...clocks] });
  const { ask, waiting } = silent();
  const broker = new CredentialsBroker({ renews: true, remedy: 'do', ask });
  const first = broker.resolve().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(patience);
  expect(await first).toMatchObject({
    name: 'CredentialsError',
    cause: { message: expect.stringContaining('gave no answer within 120 s') },
  });
  expect(vi.getTimerCount()).toBe(0);
  await vi.advanceTimersByTimeAsync(5_001);
  const second = broker.resolve();
  expect(waiting).toHaveLength(2);
  const keys = newKeys();
  waiting[1]?.(keys);
  expect(await second).toBe(keys);
  expect(vi.getTimerCount()).toBe(0);
});

test('an answer that comes late is taken, unless a newer one is there', async () => {
  vi.useFakeTimers({ toFake: [...clocks] });
  const { ask, waiting } = silent();
  const broker = new CredentialsBroker({ renews: true, remedy: 'do', ask });
  broker.resolve().catch(() => 'over');
  await vi.advanceTimersByTimeAsync(patience);
  const late = newKeys();
  waiting[0]?.(late);
  await vi.advanceTimersByTimeAsync(0);
  expect(await broker.resolve()).toBe(late);
  broker.resolve(true).catch(() => 'over');
  await vi.advanceTimersByTimeAsync(patience + 5_001);
  const newer = newKeys();
  const replaced = broker.resolve(true);
  waiting[2]?.(newer);
  expect(await replaced).toBe(newer);
  waiting[1]?.(newKeys());
  await vi.advanceTimersByTimeAsync(0);
  expect(await broker.resolve()).toBe(newer);
});

test('while credentials hold, a renewal that hangs is nobody’s trouble', async () => {
  vi.useFakeTimers({ toFake: [...clocks] });
  const { ask, waiting } = silent();
  const broker = new CredentialsBroker({ renews: true, remedy: 'do', ask });
  const keys = { ...newKeys(), expiration: new Date(Date.now() + 3_600_000) };
  const first = broker.resolve();
  waiting[0]?.(keys);
  await first;
  vi.setSystemTime(keys.expiration.getTime() - 290_000);
  for (let n = 0; n < 10; n += 1) expect(await broker.resolve()).toBe(keys);
  expect(waiting).toHaveLength(2);
});
