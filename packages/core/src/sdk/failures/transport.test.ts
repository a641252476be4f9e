import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer } from 'node:net';
import { EC2 } from '@aws-sdk/client-ec2';
import { S3 } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import type { Failure } from '../../fanout/outcome.js';
import { serviceSet } from '../set/service-set.js';
import { selfSigned } from '../testing/self-signed.js';
import { serve } from '../testing/server.js';
import { newKeys } from '../testing/wire.js';

async function failureAt(endpoint: string): Promise<Failure> {
  await using set = serviceSet(EC2, {
    regions: ['eu-west-1'],
    credentials: newKeys(),
    endpoint,
    config: { maxAttempts: 1 },
  });
  const { failures } = await set.describeVolumes({}).settled();
  const [failure] = failures;
  if (failure === undefined) throw new Error('it answered');
  return failure;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a refused connection is unreachable', async () => {
  const { status, error } = await failureAt(`http://127.0.0.1:${await freePort()}`);
  expect(status).toBe('unreachable');
  expect(error.message).toContain('ECONNREFUSED');
});

test('a reset before the headers is unreachable', async () => {
  await using server = await serve((request) => request.socket.resetAndDestroy());
  expect((await failureAt(server.url)).status).toBe('unreachable');
});

test('a reset in the middle of the body is unreachable', async () => {
  await using server = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('<DescribeVolumesResponse>', () => request.socket.resetAndDestroy());
  });
  const { status, error } = await failureAt(server.url);
  expect(status).toBe('unreachable');
  expect(error).toMatchObject({ name: 'UnexpectedBodyError', found: 'cut short', cause: { code: 'ECONNRESET' } });
  expect(error.message).toMatch(
    /^DescribeVolumes answered 200 with a body that is not its own \(cut short\): ask again/,
  );
});

test('a body that breaks off is asked for again, as often as other failures of the connection', async () => {
  let asked = 0;
  await using server = await serve((request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-length': '1000' });
    response.write('<DescribeVolumesResponse>', () => request.socket.resetAndDestroy());
  });
  const config = { maxAttempts: 3 };
  await using set = serviceSet(EC2, { regions: ['eu-west-1'], credentials: newKeys(), endpoint: server.url, config });
  const { outcomes } = await set.describeVolumes({}).settled();
  expect(outcomes).toMatchObject([{ status: 'unreachable', attempts: 3 }]);
  expect(asked).toBe(3);
});

test('a body shorter than its length is no success', async () => {
  await using server = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('<DescribeVolumesResponse></DescribeVolumesResponse>', () => request.socket.end());
  });
  expect((await failureAt(server.url)).status).toBe('unreachable');
});

test('a body cut short whose length agrees is no success', async () => {
  await using server = await serve((_, response) => response.end('<DescribeVolumesResponse><volumeSet>'));
  expect(await failureAt(server.url)).toMatchObject({ status: 'failed', error: { found: 'cut short' } });
});

test('a name that does not exist is unreachable, never unsupported', async () => {
  // RFC 6761 keeps .invalid from ever existing.
  expect((await failureAt('http://ec2.nowhere.invalid')).status).toBe('unreachable');
});

test('TLS with somebody who does not speak it, or whose certificate nobody signed, is unreachable', async () => {
  await using plain = await serve((_, response) => response.end());
  expect((await failureAt(`https://127.0.0.1:${plain.port}`)).status).toBe('unreachable');
  const secured = createTlsServer(selfSigned);
  await new Promise<void>((resolve) => secured.listen(0, '127.0.0.1', resolve));
  const { port } = secured.address() as AddressInfo;
  expect((await failureAt(`https://127.0.0.1:${port}`)).status).toBe('unreachable');
  await new Promise((resolve) => secured.close(resolve));
});

test("what a function's own connections fail with is its own affair, and what the set's fail with is the target's", async () => {
  await using server = await serve((request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('x', () => request.socket.resetAndDestroy());
  });
  const config = { maxAttempts: 1, forcePathStyle: true };
  await using set = serviceSet(S3, { regions: ['eu-west-1'], credentials: newKeys(), endpoint: server.url, config });
  const statusOf = async (fn: (s3: S3) => Promise<unknown>) => (await set.map(fn).settled()).outcomes[0]?.status;
  const own = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
  expect(await statusOf(() => Promise.reject(own))).toBe('failed');
  expect(await statusOf(() => Promise.reject(new Error('the database is down', { cause: own })))).toBe('failed');
  const read = async (s3: S3) => (await s3.getObject({ Bucket: 'b', Key: 'k' })).Body?.transformToString();
  expect(await statusOf(read)).toBe('unreachable');
  const wrapped = (s3: S3) =>
    read(s3).catch((cause) => Promise.reject(new Error('the object was not read', { cause })));
  expect(await statusOf(wrapped)).toBe('unreachable');
  const listed = (s3: S3) => s3.listBuckets({});
  await using gone = serviceSet(S3, {
    regions: ['eu-west-1'],
    credentials: newKeys(),
    endpoint: `http://127.0.0.1:${await freePort()}`,
    config,
  });
  expect((await gone.map(listed).settled()).outcomes[0]?.status).toBe('unreachable');
});
