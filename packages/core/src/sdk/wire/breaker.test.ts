import type { IncomingMessage } from 'node:http';
import { EC2 } from '@aws-sdk/client-ec2';
import { startLocalCloud } from '@proj/local';
import { ConfiguredRetryStrategy } from '@smithy/core/retry';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallOptions } from '../../fanout/call-options.js';
import { processBreakers } from '../../guards/breakers.js';
import type { Target } from '../../targets/target.js';
import { serviceSet } from '../set/service-set.js';
import { clockedSet } from '../testing/clocked.js';
import { type Server, serve } from '../testing/server.js';
import { ec2Answer, newKeys, Wire } from '../testing/wire.js';

const volumes = '<DescribeVolumesResponse><volumeSet/></DescribeVolumesResponse>';
const good = 'us-east-1';
const bad = 'me-south-1';
const minute = 60_000;

let healthy: Server;
let broken: Server;
/** What the broken region does with a request; without it, nobody listens there. */
let misbehave: Parameters<typeof serve>[0];
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  healthy = await serve((_, response) => response.end(volumes));
  broken = await serve((request, response) => misbehave(request, response));
  misbehave = failingLate;
});
afterEach(async () => {
  await healthy.close();
  await broken.close();
  vi.useRealTimers();
  processBreakers.clear();
});

/** Fails as what is worth skipping does: after a while. */
function failingLate(request: IncomingMessage): void {
  vi.setSystemTime(Date.now() + 1_000);
  request.socket.resetAndDestroy();
}

const endpoint = ({ region }: Target) => (region === bad ? broken.url : healthy.url);
const setOf = (options: CallOptions = {}) =>
  serviceSet(EC2, {
    regions: [good, bad],
    credentials: newKeys(),
    endpoint,
    config: { maxAttempts: 1 },
    ...options,
  });

async function statuses(set: Pick<ReturnType<typeof setOf>, 'describeVolumes'>): Promise<readonly string[]> {
  return (await set.describeVolumes({}).settled()).outcomes.map(({ status }) => status);
}

test('a connection that was closed while it was idle says nothing of its endpoint', async () => {
  const used = new WeakSet<object>();
  misbehave = (request, response) => {
    if (used.has(request.socket)) return void request.socket.resetAndDestroy();
    used.add(request.socket);
    response.end(volumes);
  };
  await using set = setOf();
  const seen: (readonly string[])[] = [];
  for (let round = 0; round < 3; round += 1) {
    vi.advanceTimersByTime(1_000);
    seen.push(await statuses(set));
  }
  expect(seen).toEqual([
    ['ok', 'ok'],
    ['ok', 'unreachable'],
    ['ok', 'ok'],
  ]);
});

test('an endpoint that was not reached is skipped at once the second time, whichever set asks', async () => {
  await using first = setOf();
  await using second = setOf();
  expect(await statuses(first)).toEqual(['ok', 'unreachable']);
  const { outcomes } = await second.describeVolumes({}).settled();
  expect(outcomes[1]).toMatchObject({
    status: 'skipped',
    attempts: 0,
    error: {
      name: 'BreakerOpenError',
      origin: `${broken.url} (${bad})`,
      message: expect.stringMatching(
        /^127\.0\.0\.1:\d+ \(me-south-1\): not reached since 20.*Z, skipped until 20.*Z; \.with\(\{ breaker: false \}\) asks all the same \(it was: .*ECONNRESET/,
      ),
      cause: { code: 'ECONNRESET' },
    },
  });
  expect(broken.requests).toBe(1);
  const stream = second.paginateDescribeVolumes({});
  expect((await stream.report()).outcomes.map(({ status }) => status)).toEqual(['ok', 'skipped']);
  const mapped = await second.map((client) => client.describeVolumes({})).settled();
  expect(mapped.outcomes).toMatchObject([{ status: 'ok' }, { status: 'skipped', attempts: 0 }]);
  expect(broken.requests).toBe(1);
});

test("a retry never meets the breaker of its own call, and the SDK's retries are not skipped", async () => {
  await using set = serviceSet(EC2, { regions: [bad], credentials: newKeys(), endpoint });
  const { outcomes } = await set.describeVolumes({}).settled();
  expect(outcomes).toMatchObject([{ status: 'unreachable', attempts: 3 }]);
  expect(broken.requests).toBe(3);
  expect(await statuses(set)).toEqual(['skipped']);
});

test('after two minutes one call tries it, and an answer of whatever kind makes it whole', async () => {
  await using set = setOf();
  await statuses(set);
  vi.setSystemTime(Date.now() + 2 * minute);
  expect(await statuses(set)).toEqual(['ok', 'unreachable']);
  vi.setSystemTime(Date.now() + minute);
  expect(await statuses(set)).toEqual(['ok', 'skipped']);
  vi.setSystemTime(Date.now() + minute);
  let answer = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    misbehave = (_, response) => {
      answer = () => response.writeHead(500).end();
      resolve();
    };
  });
  const probe = statuses(set);
  await arrived;
  expect(await statuses(set)).toEqual(['ok', 'skipped']);
  answer();
  expect(await probe).toEqual(['ok', 'failed']);
  misbehave = (_, response) => response.end(volumes);
  expect(await statuses(set)).toEqual(['ok', 'ok']);
});

test('a probe that is cancelled gives its place to the next call', async () => {
  await using set = setOf();
  await statuses(set);
  vi.setSystemTime(Date.now() + 2 * minute);
  const { signal, abort } = abortable();
  const arrived = new Promise<void>((resolve) => {
    misbehave = () => resolve();
  });
  const probe = set.describeVolumes({}, { signal }).settled();
  await arrived;
  abort();
  expect((await probe).outcomes[1]?.status).toBe('cancelled');
  misbehave = (_, response) => response.end(volumes);
  expect(await statuses(set)).toEqual(['ok', 'ok']);
});

test.each<[string, Parameters<typeof serve>[0], CallOptions]>([
  ['an error of the service', (_, response) => response.writeHead(503).end(), {}],
  ["the caller's time-out", () => {}, { timeout: 50 }],
  ["the caller's deadline", () => {}, { deadline: 50 }],
  ['a web page', (_, response) => response.end('<html></html>'), {}],
  [
    'a reset in the middle of a body',
    (request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(volumes, () => request.socket.resetAndDestroy());
    },
    {},
  ],
])('%s skips nothing', async (_, how, options) => {
  misbehave = how;
  await using set = setOf();
  expect((await statuses(set.with(options)))[1]).not.toBe('ok');
  misbehave = (_request, response) => response.end(volumes);
  expect(await statuses(set)).toEqual(['ok', 'ok']);
});

test("a caller's time-out between two attempts skips nothing, though the first was reset", async () => {
  const config = { retryStrategy: new ConfiguredRetryStrategy(2, 10_000) };
  await using set = serviceSet(EC2, { regions: [bad], credentials: newKeys(), endpoint, config });
  const { outcomes } = await set.describeVolumes({}, { timeout: 200 }).settled();
  expect(outcomes[0]?.status).toBe('timedOut');
  expect(broken.requests).toBe(1);
  misbehave = (_, response) => response.end(volumes);
  expect((await set.describeVolumes({}).settled()).complete).toBe(true);
});

test('breaker: false asks all the same, of a set, of with and of one call, and its answer counts', async () => {
  await using set = setOf();
  await statuses(set);
  await using off = setOf({ breaker: false });
  expect(await statuses(off)).toEqual(['ok', 'unreachable']);
  expect(await statuses(off.with({ breaker: true }))).toEqual(['ok', 'skipped']);
  expect(await statuses(set.with({ breaker: false }))).toEqual(['ok', 'unreachable']);
  misbehave = (_, response) => response.end(volumes);
  const { complete } = await set.describeVolumes({}, { breaker: false }).settled();
  expect(complete).toBe(true);
  expect(await statuses(set)).toEqual(['ok', 'ok']);
});

test('silence without a byte skips the endpoint, and silence in the middle of an answer does not', async () => {
  await using set = clockedSet(EC2, broken.url, { clocks: { silence: 100 } });
  const status = async () => (await set.describeVolumes({}).settled()).outcomes[0]?.status;
  misbehave = (_, response) => response.writeHead(200).write('<');
  expect([await status(), await status()]).toEqual(['timedOut', 'timedOut']);
  misbehave = () => void vi.setSystemTime(Date.now() + 1_000);
  vi.setSystemTime(Date.now() + 1);
  expect([await status(), await status()]).toEqual(['timedOut', 'skipped']);
});

test('a connection that is never accepted skips the endpoint', async () => {
  const cloud = await startLocalCloud({ regions: [bad], faults: { [bad]: { kind: 'unaccepted' } } });
  await using set = clockedSet(EC2, cloud.endpoint('ec2', bad), { clocks: { connect: 1_100 } });
  vi.useRealTimers();
  const status = async () => (await set.describeVolumes({}).settled()).outcomes[0]?.status;
  expect([await status(), await status()]).toEqual(['unreachable', 'skipped']);
  await cloud.close();
});

test('a plain client is not held back', async () => {
  await using set = setOf();
  await statuses(set);
  await expect(set.at(bad).describeVolumes({})).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('of the regions behind one address that was given, those that fail are skipped alone', async () => {
  misbehave = (request, response) => {
    if (request.headers.authorization?.includes(`/${bad}/`)) failingLate(request);
    else response.end(volumes);
  };
  const one = { credentials: newKeys(), endpoint: broken.url, config: { maxAttempts: 1 } };
  await using alone = serviceSet(EC2, { ...one, regions: [bad] });
  expect(await statuses(alone)).toEqual(['unreachable']);
  await using both = serviceSet(EC2, { ...one, regions: [good, bad] });
  expect(await statuses(both)).toEqual(['ok', 'skipped']);
});

test('what refuses at once where an endpoint was given is asked again: an emulator that starts late', async () => {
  misbehave = (request) => request.socket.resetAndDestroy();
  await using set = setOf();
  expect(await statuses(set)).toEqual(['ok', 'unreachable']);
  misbehave = (_, response) => response.end(volumes);
  expect(await statuses(set)).toEqual(['ok', 'ok']);
});

test('a machine without a network blames no endpoint for it', async () => {
  let isUp = false;
  const wire = new Wire((sent) => {
    if (isUp) return ec2Answer(sent);
    throw Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' });
  });
  const set = serviceSet(EC2, { regions: [bad], credentials: newKeys(), config: wire.config });
  const error: Error = await set.describeVolumes({}).then(
    () => Promise.reject(new Error('nothing is missing')),
    (thrown: Error) => thrown,
  );
  expect(error.message).toContain("this machine's own network looks down");
  isUp = true;
  expect(await statuses(set)).toEqual(['ok']);
});

test('when most endpoints fail, none is skipped, and the error says that this machine looks cut off', async () => {
  const wire = new Wire((sent) => {
    if (sent.region === good) return ec2Answer(sent);
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  });
  const regions = [good, bad, 'eu-west-1', 'eu-central-1'];
  const set = serviceSet(EC2, { regions, credentials: newKeys(), config: wire.config });
  for (const _ of [1, 2]) {
    const error: Error = await set.describeVolumes({}).then(
      () => Promise.reject(new Error('nothing is missing')),
      (thrown: Error) => thrown,
    );
    expect(error.message).toContain('unreachable (getaddrinfo ENOTFOUND)');
    expect(error.message).toContain("this machine's own network looks down");
  }
  expect(wire.sent).toHaveLength(8);
});

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
