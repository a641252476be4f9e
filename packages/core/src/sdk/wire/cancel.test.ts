import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { expect, test, vi } from 'vitest';
import { serviceSet } from '../set/service-set.js';
import { ended, serve } from '../testing/server.js';
import { ec2Answer, ec2Error, newKeys, Wire } from '../testing/wire.js';

const regions = ['us-east-1', 'eu-west-1'];
const volumes = '<DescribeVolumesResponse><nextToken>t</nextToken></DescribeVolumesResponse>';

/** A server that never answers those of these regions, and tells when one's request has come. */
async function silentIn(silent: readonly string[]) {
  let arrived = (): void => {};
  const asked = new Promise<void>((resolve) => {
    let waiting = silent.length;
    arrived = () => {
      waiting -= 1;
      if (waiting === 0) resolve();
    };
  });
  const server = await serve((request, response) => {
    const region = /\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (silent.includes(region)) arrived();
    else response.end(volumes);
  });
  const set = serviceSet(EC2, { regions, credentials: newKeys(), endpoint: server.url });
  return { server, set, asked };
}

class Shop {
  readonly #client: EC2;
  constructor(client: EC2) {
    this.#client = client;
  }
  async stock(): Promise<number> {
    const page = await this.#client.describeVolumes({});
    return page.Volumes?.length ?? 0;
  }
}

test.each(['operation', 'map', 'own class'])(
  'an abort ends the requests of a call by %s at the server',
  async (how) => {
    const { server, set, asked } = await silentIn(regions);
    const { signal, abort } = abortable();
    const shops = serviceSet(({ region }) => new Shop(set.at(region)), { regions, service: 'shop' });
    const calls = {
      operation: () => set.describeVolumes({}, { signal }).settled(),
      map: () =>
        set
          .with({ signal })
          .map((client) => client.describeVolumes({}))
          .settled(),
      'own class': () => shops.with({ signal }).stock().settled(),
    };
    const report = calls[how as keyof typeof calls]();
    await asked;
    abort();
    expect((await report).outcomes.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
    await Promise.all(server.sockets.map(ended));
    await server.close();
  },
);

test("the SDK's name for the signal serves as well", async () => {
  const { server, set, asked } = await silentIn(regions);
  const { signal, abort } = abortable();
  const report = set.describeVolumes({}, { abortSignal: signal }).settled();
  await asked;
  abort();
  expect((await report).missing).toHaveLength(2);
  await Promise.all(server.sockets.map(ended));
  await server.close();
});

test('a deadline ends what has not answered, and keeps what has', async () => {
  const { server, set, asked } = await silentIn(['eu-west-1']);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const statuses = new Map<string, string>();
  for await (const { target, status } of set.describeVolumes({}, { deadline: 5_000 })) {
    statuses.set(target.region, status);
    await asked;
    vi.advanceTimersByTime(5_000);
  }
  vi.useRealTimers();
  expect(statuses).toEqual(
    new Map([
      ['us-east-1', 'ok'],
      ['eu-west-1', 'timedOut'],
    ]),
  );
  await Promise.race(server.sockets.map(ended));
  await server.close();
});

test('leaving the loop ends the requests that are under way', async () => {
  const { server, set, asked } = await silentIn(['eu-west-1']);
  for await (const { target } of set.describeVolumes({})) {
    expect(target.region).toBe('us-east-1');
    await asked;
    break;
  }
  await Promise.race(server.sockets.map(ended));
  await server.close();
});

test('leaving a stream ends the requests that are under way', async () => {
  const { server, set, asked } = await silentIn(['eu-west-1']);
  for await (const { target } of set.paginateDescribeVolumes({})) {
    expect(target.region).toBe('us-east-1');
    await asked;
    break;
  }
  await Promise.race(server.sockets.map(ended));
  await server.close();
});

test('an abort ends a body that stalls', async () => {
  let begun = (): void => {};
  const half = new Promise<void>((resolve) => {
    begun = resolve;
  });
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('<DescribeVolumesResponse>', begun);
  });
  await using set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), endpoint: server.url });
  const { signal, abort } = abortable();
  const report = set.describeVolumes({}, { signal }).settled();
  await half;
  abort();
  expect((await report).outcomes[0]?.status).toBe('cancelled');
  await Promise.all(server.sockets.map(ended));
});

test('an abort ends the wait between two attempts, and no other attempt is made', async () => {
  const wire = new Wire(() => ec2Error('RequestLimitExceeded', 503));
  const { signal, abort } = abortable();
  let waits = (): void => {};
  const waiting = new Promise<void>((resolve) => {
    waits = resolve;
  });
  // A wait of an hour, which only the signal can end.
  const retryStrategy = {
    mode: 'standard',
    acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
    refreshRetryTokenForRetry: async () => {
      waits();
      return { getRetryCount: () => 1, getRetryDelay: () => 3_600_000 };
    },
    recordSuccess: () => undefined,
  };
  const config = { ...wire.config, maxAttempts: 3, retryStrategy };
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), config });
  let ended = (): void => {};
  const over = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const report = set
    .with({ signal })
    .map((client) => client.describeVolumes({}).finally(ended))
    .settled();
  await waiting;
  abort();
  expect((await report).outcomes[0]?.status).toBe('cancelled');
  await over;
  expect(wire.sent).toHaveLength(1);
});

test("the caller's own signal on a plain client holds inside a call as well", async () => {
  const { server, set, asked } = await silentIn(regions);
  const { signal, abort } = abortable();
  const report = set.map((client) => client.describeVolumes({}, { abortSignal: signal })).settled();
  await asked;
  abort();
  expect((await report).outcomes.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  await server.close();
});

test('a plain client outside of any call is ended by no set', async () => {
  const wire = new Wire((sent) => ec2Answer(sent));
  const { signal, abort } = abortable();
  const set = serviceSet(EC2, { regions, credentials: newKeys(), config: wire.config });
  abort();
  await expect(set.with({ signal }).describeVolumes({})).rejects.toThrow(/cancelled/);
  expect(await set.with({ signal }).at('eu-west-1').describeVolumes({})).toBeDefined();
  expect(wire.sent).toHaveLength(1);
});

test('a plain client takes a callback, inside a call and outside', async () => {
  const wire = new Wire((sent) => ec2Answer(sent));
  const set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), config: wire.config });
  const called = (client: EC2) =>
    new Promise((resolve, reject) => {
      client.describeVolumes({}, (error: unknown, page: unknown) => (error ? reject(error) : resolve(page)));
    });
  expect(await called(set.at('eu-west-1'))).toBeDefined();
  expect(await set.map(called)).toHaveLength(1);
});

test('a body that is handed out as a stream can be read after the call', async () => {
  await using server = await serve((_, response) => response.end('payload'));
  await using set = serviceSet(S3, {
    regions: ['eu-west-1'],
    credentials: newKeys(),
    endpoint: server.url,
    config: { forcePathStyle: true },
  });
  const { signal, abort } = abortable();
  const [answer] = await set.getObject({ Bucket: 'some-bucket', Key: 'k' }, { signal, timeout: 5_000 });
  abort();
  expect(await answer?.Body?.transformToString()).toBe('payload');
});

function abortable(): { signal: AbortSignal; abort(): void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
