import { describe, expect, it } from 'vitest';
import { isLocalCloudPortError, LocalCloudOptionsError, startLocalCloud } from '../index.js';
import { codeOf, ec2Client, startForTest } from '../testing/clients.js';

describe('startLocalCloud', () => {
  it('takes the port it is given, and fails when that is taken', async () => {
    const first = await startForTest();
    const port = Number(new URL(first.url).port);
    const error = await startLocalCloud({ port }).catch((caught: unknown) => caught);
    expect(isLocalCloudPortError(error)).toBe(true);
    expect(error).toMatchObject({
      port,
      code: 'EADDRINUSE',
      message: expect.stringContaining(`${port} of 127.0.0.1 is taken`),
    });
    await first.close();
    expect((await startForTest({ port })).url).toBe(first.url);
  });

  it('has two accounts with keys of their own, different each time', async () => {
    const [one, two] = await Promise.all([startForTest(), startForTest()]);
    expect(one.accounts.map(({ id }) => id)).toEqual(['111122223333', '444455556666']);
    expect(one.credentials).toEqual(one.accounts[0]?.credentials);
    expect(one.credentials).not.toEqual(two.credentials);
    expect(await codeOf(ec2Client(one, 'eu-west-1', { credentials: two.credentials }).describeVpcs({}))).toBe(
      'AuthFailure',
    );
  });

  it('takes accounts and keys that it is given', async () => {
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
    const cloud = await startForTest({ accounts: [{ id: '123456789012', credentials }] });
    expect((await ec2Client(cloud, 'eu-west-1', { credentials }).describeVpcs({})).Vpcs?.[0]?.OwnerId).toBe(
      '123456789012',
    );
  });

  it('tells what it received', async () => {
    const cloud = await startForTest();
    await ec2Client(cloud, 'eu-west-1').describeVpcs({});
    await codeOf(
      ec2Client(cloud, 'eu-west-2', { credentials: { accessKeyId: 'nobody', secretAccessKey: 'x' } }).describeVpcs({}),
    );
    expect(cloud.requests.recent).toMatchObject([
      { service: 'ec2', region: 'eu-west-1', account: '111122223333', action: 'DescribeVpcs', at: expect.any(Date) },
      { service: 'ec2', region: 'eu-west-2', account: undefined, action: 'DescribeVpcs' },
    ]);
  });

  it('gives addresses for what it has, and says what that is', async () => {
    const cloud = await startForTest({ regions: ['eu-west-1'] });
    expect(cloud.endpoint('sts', 'eu-west-1')).toBe(`${cloud.url}/sts/eu-west-1`);
    expect(() => cloud.endpoint('rds', 'eu-west-1')).toThrow(
      "service: 'rds' is not served; ec2, sts, account, sdb, sqs, swift and s3 are.",
    );
    expect(() => cloud.endpoint('ec2', 'eu-west-2')).toThrow(LocalCloudOptionsError);
  });

  it('keeps its faults when new ones cannot be', async () => {
    const cloud = await startForTest({ faults: { 'eu-west-1': { kind: 'error' } } });
    await expect(cloud.setFaults({ 'mars-1': { kind: 'error' } })).rejects.toThrow(LocalCloudOptionsError);
    expect(await codeOf(ec2Client(cloud, 'eu-west-1').describeVpcs({}))).toBe('InternalError');
  });

  it('ends everything when it is closed, and closing again does nothing', async () => {
    const cloud = await startLocalCloud({
      latency: (region) => (region === 'eu-west-2' ? 3_600_000 : 0),
      faults: { 'eu-west-1': { kind: 'silent' } },
    });
    const calls = ['eu-west-1', 'eu-west-2'].map((region) => codeOf(ec2Client(cloud, region).describeVpcs({})));
    await cloud.requests.waitFor({}, 2);
    await Promise.all([cloud.close(), cloud.close()]);
    expect(await Promise.all(calls)).not.toContain('no error');
    await cloud[Symbol.asyncDispose]();
  });
});
