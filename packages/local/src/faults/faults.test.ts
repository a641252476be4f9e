import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Fault, LocalCloud } from '../index.js';
import { codeOf, ec2Client, startForTest } from '../testing/clients.js';

/** A call that is given up when the cloud has its request. */
async function callUntilReceived(cloud: LocalCloud, region: string): Promise<string> {
  const controller = new AbortController();
  const call = codeOf(ec2Client(cloud, region).describeVpcs({}, { abortSignal: controller.signal }));
  await cloud.requests.waitFor({ region });
  controller.abort();
  return call;
}

/** What the wire shows for one unsigned request to a region's address. */
async function wire(
  cloud: LocalCloud,
  region = 'eu-west-1',
): Promise<{ status: number; length: number; got: string; whole: boolean }> {
  const sent = request(`${cloud.endpoint('ec2', region)}/?Action=DescribeVpcs`, { agent: false }).end();
  const [answer] = await once(sent, 'response');
  let got = '';
  answer.setEncoding('utf8').on('data', (part: string) => {
    got += part;
  });
  // An answer that breaks off is an error first: `once` would reject with it.
  await new Promise((resolve) => answer.on('error', () => {}).once('close', resolve));
  return { status: answer.statusCode, length: Number(answer.headers['content-length']), got, whole: answer.complete };
}

function withFault(fault: Fault | readonly Fault[]): Promise<LocalCloud> {
  return startForTest({ regions: ['eu-west-1', 'eu-west-2'], faults: { 'eu-west-1': fault } });
}

describe('faults', () => {
  it('leave other regions alone', async () => {
    const cloud = await withFault({ kind: 'reset' });
    expect(await codeOf(ec2Client(cloud, 'eu-west-2').describeVpcs({}))).toBe('no error');
  });

  it('silent: the request is taken and not answered', async () => {
    expect(await callUntilReceived(await withFault({ kind: 'silent' }), 'eu-west-1')).toBe('AbortError');
  });

  it('reset: the connection is', async () => {
    const cloud = await withFault({ kind: 'reset' });
    await expect(ec2Client(cloud, 'eu-west-1').describeVpcs({})).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it.each([
    [{}, 'InternalError', 500, 'An internal error has occurred.'],
    [{ status: 503 }, 'Unavailable', 503, 'The server is overloaded and can’t handle the request.'],
    [{ status: 403, code: 'UnauthorizedOperation' }, 'UnauthorizedOperation', 403, /fault .* UnauthorizedOperation\.$/],
    [{ status: 503, code: 'RequestLimitExceeded' }, 'RequestLimitExceeded', 503, /fault .* RequestLimitExceeded\.$/],
    [{ code: 'Blocked', message: 'Your account is blocked.' }, 'Blocked', 500, 'Your account is blocked.'],
  ])('error %j', async (more, code, status, message) => {
    const cloud = await withFault({ kind: 'error', ...more });
    const failed = ec2Client(cloud, 'eu-west-1').describeVpcs({});
    await expect(failed).rejects.toMatchObject({
      name: code,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      $metadata: { httpStatusCode: status, requestId: expect.any(String) },
    });
  });

  it('html, empty, errorEnvelope: statuses of 200 that are no answers', async () => {
    const cloud = await withFault({ kind: 'html' });
    expect(await wire(cloud)).toMatchObject({ status: 200, got: expect.stringContaining('<html>') });
    await cloud.setFaults({ 'eu-west-1': { kind: 'html', status: 502 } });
    expect(await wire(cloud)).toMatchObject({ status: 502 });
    await cloud.setFaults({ 'eu-west-1': { kind: 'empty' } });
    expect(await wire(cloud)).toMatchObject({ status: 200, length: 0, got: '' });
    await cloud.setFaults({ 'eu-west-1': { kind: 'errorEnvelope' } });
    expect(await wire(cloud)).toMatchObject({
      status: 200,
      got: expect.stringMatching(/<Response><Errors><Error><Code>InternalError</),
    });
  });

  it('truncated: half of it, under the length of the whole or of the half', async () => {
    const cloud = await withFault({ kind: 'truncated' });
    const cut = await wire(cloud);
    expect(cut).toMatchObject({ whole: false });
    expect(cut.got.length).toBe(Math.floor(cut.length / 2));
    await cloud.setFaults({ 'eu-west-1': { kind: 'truncated', length: 'half' } });
    expect(await wire(cloud)).toMatchObject({
      whole: true,
      length: cut.got.length,
      got: expect.not.stringContaining('</Response>'),
    });
  });

  it('stall: half of it, then nothing', async () => {
    const cloud = await withFault({ kind: 'stall' });
    const sent = request(`${cloud.endpoint('ec2', 'eu-west-1')}/`, { agent: false }).end();
    const [answer] = await once(sent, 'response');
    const [half] = await once(answer, 'data');
    expect(half.length).toBe(Math.floor(Number(answer.headers['content-length']) / 2));
    expect(answer.complete).toBe(false);
    const ended = once(answer, 'error');
    await cloud.close();
    await ended;
  });

  it('drip: all of it, in small parts', async () => {
    const cloud = await withFault({ kind: 'drip', bytesPerSecond: 100_000 });
    const sent = request(`${cloud.endpoint('ec2', 'eu-west-1')}/`, { agent: false }).end();
    const [answer] = await once(sent, 'response');
    const parts: number[] = [];
    answer.on('data', (part: Buffer) => parts.push(part.length));
    await once(answer, 'end');
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(Number(answer.headers['content-length']));
  });

  it('drip: ends with the cloud', async () => {
    const cloud = await withFault({ kind: 'drip', bytesPerSecond: 1 });
    const sent = request(`${cloud.endpoint('ec2', 'eu-west-1')}/`, { agent: false }).end();
    const [answer] = await once(sent, 'response');
    const ended = once(answer, 'error');
    await cloud.close();
    await ended;
  });

  it('strike so often and in that action only, one after another', async () => {
    const cloud = await withFault([
      { kind: 'error', code: 'First', times: 1, action: 'DescribeVpcs' },
      { kind: 'error', code: 'Second', times: 2, action: 'DescribeVpcs' },
    ]);
    const ec2 = ec2Client(cloud, 'eu-west-1');
    expect(await codeOf(ec2.describeRegions({}))).toBe('no error');
    const codes: string[] = [];
    for (let round = 0; round < 4; round += 1) codes.push(await codeOf(ec2.describeVpcs({})));
    expect(codes).toEqual(['First', 'Second', 'Second', 'no error']);
  });

  it('are outlived by a client that tries again', async () => {
    const cloud = await withFault({ kind: 'error', status: 503, times: 2 });
    expect(await codeOf(ec2Client(cloud, 'eu-west-1', { maxAttempts: 3 }).describeVpcs({}))).toBe('no error');
    expect(cloud.requests.count({ region: 'eu-west-1' })).toBe(3);
  });

  it('for every region', async () => {
    const cloud = await startForTest({ faults: { '*': { kind: 'error' } } });
    for (const region of ['eu-west-1', 'us-east-1'])
      expect(await codeOf(ec2Client(cloud, region).describeVpcs({}))).toBe('InternalError');
  });

  it('do nothing before the latency is over', async () => {
    const cloud = await startForTest({ latency: () => 60, faults: { 'eu-west-1': { kind: 'error' } } });
    const startedAt = performance.now();
    await wire(cloud);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59);
  });
});
