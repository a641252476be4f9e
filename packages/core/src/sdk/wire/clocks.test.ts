import { getEventListeners } from 'node:events';
import { createServer } from 'node:net';
import { PassThrough } from 'node:stream';
import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { SQS } from '@aws-sdk/client-sqs';
import { startLocalCloud } from '@proj/local';
import { afterEach, describe, expect, test } from 'vitest';
import { addressesOf } from '../../guards/testing/addresses.js';
import { clockedSet, shortClocks } from '../testing/clocked.js';
import { ended, type Server, serve } from '../testing/server.js';

const volumes = '<DescribeVolumesResponse><volumeSet/></DescribeVolumesResponse>';
const open: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one[Symbol.asyncDispose]();
});

/** Ends it with the test. */
function kept<D extends AsyncDisposable>(one: D): D {
  open.push(one);
  return one;
}

async function serving(answer: Parameters<typeof serve>[0]): Promise<Server> {
  return kept(await serve(answer));
}

const ec2At = (url: string, more = {}) => kept(clockedSet(EC2, url, more));

/** The one outcome of DescribeVolumes. */
async function asked(set: ReturnType<typeof ec2At>) {
  const { signal } = new AbortController();
  const [outcome] = (await set.describeVolumes({}, { signal }).settled()).outcomes;
  if (outcome === undefined) throw new Error('no outcome');
  expect(getEventListeners(signal, 'abort')).toEqual([]);
  return outcome;
}

/** Settles when the server has no connection any more. */
const left = ({ sockets }: Server) => Promise.all(sockets.map(ended));

describe('silence', () => {
  test('before the head ends the call by the clock, once', async () => {
    const server = await serving(() => {});
    const outcome = await asked(ec2At(server.url));
    expect(outcome).toMatchObject({
      status: 'timedOut',
      attempts: 1,
      error: { name: 'TimeOverError', limit: 'silence', milliseconds: 400, answered: false },
    });
    expect(outcome.elapsed).toBeGreaterThanOrEqual(395);
    expect(server.requests).toBe(1);
    await left(server);
  });

  test('in the body ends it, and says that some of an answer had come', async () => {
    const server = await serving((_, response) => {
      response.writeHead(200, { 'content-length': '1000', 'x-amzn-requestid': 'req-7' });
      response.write(volumes);
    });
    const outcome = await asked(ec2At(server.url));
    expect(outcome).toMatchObject({
      status: 'timedOut',
      attempts: 1,
      error: { limit: 'silence', answered: true, $metadata: { httpStatusCode: 200, requestId: 'req-7' } },
    });
    await left(server);
    if (outcome.status === 'ok') return;
    expect(outcome.error.message).toBe(
      `127.0.0.1:${server.port} stopped answering: not a byte for 400 ms; ask again, or leave its region out`,
    );
  });

  test('in a body that somebody reads for himself is thrown to him', async () => {
    const server = await serving((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
    });
    const s3 = kept(clockedSet(S3, server.url, { config: { forcePathStyle: true } })).at('eu-west-1');
    const { Body } = await s3.getObject({ Bucket: 'b', Key: 'k' });
    await expect(Body?.transformToString()).rejects.toMatchObject({ name: 'TimeOverError', answered: true });
    await left(server);
  });

  test('is not that of a slow drip', async () => {
    const server = await serving((_, response) => {
      response.writeHead(200, { 'content-length': String(volumes.length) });
      let sent = 0;
      const timer = setInterval(() => {
        response.write(volumes.slice(sent, sent + 5));
        sent += 5;
        if (sent >= volumes.length) clearInterval(timer);
      }, 80);
    });
    const outcome = await asked(ec2At(server.url));
    expect(outcome.status).toBe('ok');
    expect(outcome.elapsed).toBeGreaterThan(shortClocks.silence * 2);
  });

  test('is not that of a consumer who takes his time', async () => {
    const body = Buffer.alloc(3_000_000, 'x');
    const server = await serving((_, response) => response.end(body));
    const s3 = kept(clockedSet(S3, server.url, { clocks: { silence: 100 }, config: { forcePathStyle: true } }));
    const { Body } = await s3.at('eu-west-1').getObject({ Bucket: 'b', Key: 'k' });
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect((await Body?.transformToByteArray())?.length).toBe(body.length);
  });

  test('before a long poll answers is longer by its wait, and by no more', async () => {
    const late = (milliseconds: number) =>
      serving((_, response) => {
        const timer = setTimeout(() => response.end(JSON.stringify({ Messages: [] })), milliseconds);
        response.once('close', () => clearTimeout(timer));
        response.setHeader('content-type', 'application/x-amz-json-1.0');
        response.setHeader('x-amzn-requestid', 'r');
      });
    const inTime = kept(clockedSet(SQS, (await late(1_000)).url));
    const input = { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/q', WaitTimeSeconds: 1 };
    expect((await inTime.receiveMessage(input).settled()).complete).toBe(true);
    expect(await inTime.at('eu-west-1').receiveMessage(input)).toMatchObject({ Messages: [] });
    const [failure] = (await inTime.listQueues({}).settled()).failures;
    expect(failure).toMatchObject({ status: 'timedOut', error: { milliseconds: 400 } });
    const tooLate = kept(clockedSet(SQS, (await late(9_000)).url));
    const [other] = (await tooLate.receiveMessage(input).settled()).failures;
    expect(other).toMatchObject({ status: 'timedOut', error: { limit: 'silence', milliseconds: 1_400 } });
  });

  test('for want of a free connection is told apart: bodies that nobody reads keep theirs', async () => {
    const server = await serving((_, response) => response.end('x'.repeat(1_000_000)));
    const config = { forcePathStyle: true, requestHandler: { httpAgent: { maxSockets: 1 } } };
    const s3 = kept(clockedSet(S3, server.url, { clocks: { connect: 100 }, config }));
    const first = await s3.getObject({ Bucket: 'b', Key: 'k' });
    const [failure] = (await s3.getObject({ Bucket: 'b', Key: 'k' }, { timeout: 400 }).settled()).failures;
    expect(failure).toMatchObject({
      status: 'timedOut',
      error: {
        message: expect.stringMatching(
          /timeout of 400 ms \(the last try: .*for 100 ms no connection to 127.* was free/,
        ),
      },
    });
    expect((await first[0]?.Body?.transformToByteArray())?.length).toBe(1_000_000);
    expect((await s3.getObject({ Bucket: 'b', Key: 'k' }).settled()).complete).toBe(true);
  });

  test('may last as long as a time-out of more than a minute, which says that the service may take long', async () => {
    const server = await serving((_, response) => setTimeout(() => response.end(volumes), 900));
    const set = ec2At(server.url, { clocks: { silence: 300 } });
    const patient = await set.describeVolumes({}, { timeout: 60_001 }).settled();
    expect(patient.complete).toBe(true);
    const pages = set.with({ timeout: 60_001 }).paginateDescribeVolumes({});
    expect((await pages.report()).complete).toBe(true);
    const [failure] = (await set.describeVolumes({}, { timeout: 60_000 }).settled()).failures;
    expect(failure).toMatchObject({ status: 'timedOut', error: { limit: 'silence', milliseconds: 300 } });
  });

  test('of a plain client is left to its own retries', async () => {
    const server = await serving(() => {});
    const set = ec2At(server.url, { clocks: { silence: 100 }, config: { maxAttempts: 2 } });
    await expect(set.at('eu-west-1').describeVolumes({})).rejects.toMatchObject({
      name: 'TimeOverError',
      $metadata: { attempts: 2 },
    });
    expect(server.requests).toBe(2);
  });
});

describe('an upload', () => {
  const size = 20_000_000;

  /** Takes so many bytes, then pauses, over and over; after `most`, no more. */
  const taking = (part: number, pause: number, most = Infinity) =>
    serving((request, response) => {
      let taken = 0;
      let inPart = 0;
      const timers = new Set<NodeJS.Timeout>();
      request.on('data', (chunk: Buffer) => {
        taken += chunk.length;
        inPart += chunk.length;
        if (taken >= most) request.pause();
        else if (inPart >= part) {
          inPart = 0;
          request.pause();
          timers.add(setTimeout(() => request.resume(), pause));
        }
      });
      request.once('end', () => response.end());
      response.once('close', () => timers.forEach(clearTimeout));
    });
  const upload = (server: Server, clocks = {}) =>
    kept(clockedSet(S3, server.url, { clocks, config: { forcePathStyle: true, maxAttempts: 1 } }))
      .putObject({ Bucket: 'b', Key: 'k', Body: Buffer.alloc(size) })
      .settled();

  test('of 20 MB to somebody slow passes', async () => {
    const { outcomes } = await upload(await taking(1_000_000, 100));
    expect(outcomes).toMatchObject([{ status: 'ok' }]);
    expect(outcomes[0]?.elapsed).toBeGreaterThan(shortClocks.silence * 4);
  });

  test('whose own source does not go on is waited for', async () => {
    const server = await serving((request, response) => {
      request.resume().once('end', () => response.end());
    });
    const body = new PassThrough();
    body.write('begun, ');
    const timer = setTimeout(() => body.end('ended'), 3 * shortClocks.silence);
    const s3 = kept(clockedSet(S3, server.url, { config: { forcePathStyle: true, maxAttempts: 1 } }));
    await s3.at('eu-west-1').putObject({ Bucket: 'b', Key: 'k', Body: body, ContentLength: 12 });
    clearTimeout(timer);
  });

  test('of 20 MB to somebody who takes no more of it does not', async () => {
    const { outcomes } = await upload(await taking(1_000_000, 1, 2_000_000));
    // S3's clients ask whether to go on, and the server has said 100 Continue.
    expect(outcomes).toMatchObject([{ status: 'timedOut', error: { limit: 'silence', answered: true } }]);
  });

  test('that is taken and not answered ends when the slowest uplink would have sent it', async () => {
    const { outcomes } = await upload(await taking(Infinity, 0, size), { slowestUplink: 10_000_000 });
    expect(outcomes).toMatchObject([{ status: 'timedOut', error: { limit: 'silence', milliseconds: 400 } }]);
    expect(outcomes[0]?.elapsed).toBeGreaterThan(400 + 419);
  });
});

describe('connecting', () => {
  const port = ({ url }: { readonly url: string }) => Number(new URL(url).port);

  test('that is never accepted ends by the clock, and is not tried again', async () => {
    const cloud = await startLocalCloud({ regions: ['eu-west-1'], faults: { 'eu-west-1': { kind: 'unaccepted' } } });
    kept({ [Symbol.asyncDispose]: () => cloud.close() });
    const outcome = await asked(ec2At(cloud.endpoint('ec2', 'eu-west-1')));
    expect(outcome).toMatchObject({
      status: 'unreachable',
      attempts: 1,
      error: { name: 'TimeOverError', limit: 'connect', milliseconds: 400, answered: false },
    });
    expect(outcome.elapsed).toBeLessThan(2 * 400);
  });

  test('to somebody who takes the connection but does not speak TLS ends by the clock', async () => {
    const silent = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    kept({ [Symbol.asyncDispose]: () => new Promise<void>((resolve) => silent.close(() => resolve())) });
    const { port: bound } = silent.address() as { port: number };
    const outcome = await asked(ec2At(`https://127.0.0.1:${bound}`));
    expect(outcome).toMatchObject({ status: 'unreachable', attempts: 1, error: { limit: 'connect' } });
  });

  test('that is refused is not tried again where there is no other address', async () => {
    const server = await serve(() => {});
    await server.close();
    const outcome = await asked(ec2At(server.url));
    expect(outcome).toMatchObject({ status: 'unreachable', attempts: 1, error: { code: 'ECONNREFUSED' } });
  });

  // Other systems have no more than one address on loopback.
  describe.skipIf(process.platform !== 'linux')('to a host of several addresses', () => {
    test('where one refuses, takes the other, and no third', async () => {
      const server = await serving((_, response) => response.end(volumes));
      const at = (...addresses: readonly string[]) =>
        asked(ec2At(`http://host.test:${port(server)}`, { lookup: addressesOf(...addresses) }));
      expect(await at('127.0.0.2', '127.0.0.1')).toMatchObject({ status: 'ok', attempts: 1 });
      expect(await at('127.0.0.2', '127.0.0.3', '127.0.0.1')).toMatchObject({ status: 'unreachable', attempts: 1 });
    });

    test('where one never answers, takes the other', async () => {
      const cloud = await startLocalCloud({ regions: ['eu-west-1'], faults: { 'eu-west-1': { kind: 'unaccepted' } } });
      kept({ [Symbol.asyncDispose]: () => cloud.close() });
      const held = port({ url: cloud.endpoint('ec2', 'eu-west-1') });
      kept(await serve((_, response) => response.end(volumes), { host: '127.0.0.2', port: held }));
      const lookup = addressesOf('127.0.0.1', '127.0.0.2');
      const outcome = await asked(ec2At(`http://host.test:${held}`, { lookup }));
      expect(outcome).toMatchObject({ status: 'ok', attempts: 1 });
      expect(outcome.elapsed).toBeGreaterThan(300);
      const alone = await asked(ec2At(`http://host.test:${held}`, { lookup: addressesOf('127.0.0.1') }));
      expect(alone).toMatchObject({ status: 'unreachable', error: { limit: 'connect' } });
    });
  });

  test('is what a reset is no failure of: the SDK tries again', async () => {
    const server = await serving((request) => request.socket.resetAndDestroy());
    expect(await asked(ec2At(server.url))).toMatchObject({ status: 'unreachable', attempts: 3 });
  });
});
