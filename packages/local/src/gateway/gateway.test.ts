import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../index.js';
import { codeOf, ec2Client, startForTest } from '../testing/clients.js';
import { httpText } from '../testing/raw-request.js';

describe('the gateway', () => {
  it('tells a client whose clock is wrong what time it is', async () => {
    const cloud = await startForTest();
    const ec2 = ec2Client(cloud, 'eu-west-1', { systemClockOffset: -3_600_000 });
    expect(await codeOf(ec2.describeVpcs({}))).toBe('RequestExpired');
    // The SDK has set its clock by the Date of that answer.
    expect(await codeOf(ec2.describeVpcs({}))).toBe('no error');
  });

  it.each<Fault['kind']>(['silent', 'stall', 'drip', 'truncated'])(
    'outlives clients that hang up during %s',
    async (kind) => {
      const cloud = await startForTest({ latency: () => 5, faults: { 'eu-west-1': { kind } as Fault } });
      const { host, port } = new URL(cloud.endpoint('ec2', 'eu-west-1'));
      for (let round = 1; round <= 5; round += 1) {
        const socket = connect({ host: '127.0.0.1', port: Number(port) });
        socket.write(httpText('POST', '/ec2/eu-west-1', { host }));
        await cloud.requests.waitFor({ region: 'eu-west-1' }, round);
        socket.resetAndDestroy();
        await once(socket, 'close');
      }
      expect(await codeOf(ec2Client(cloud, 'eu-west-2').describeVpcs({}))).toBe('no error');
    },
  );

  it('answers requests that make no sense in the service’s own form', async () => {
    const cloud = await startForTest();
    const unsigned = await fetch(`${cloud.url}/?${'a.'.repeat(20)}=1`);
    expect([unsigned.status, unsigned.headers.get('content-type')]).toEqual([400, 'text/xml;charset=UTF-8']);
    expect(await unsigned.text()).toMatch(/<RequestID>[\w-]{36}<\/RequestID>/);
    expect(unsigned.headers.get('x-amzn-requestid')).toMatch(/^[\w-]{36}$/);
  });

  it('serves many at once, each region from its own state', async () => {
    const cloud = await startForTest({ seed: { volumes: 1 } });
    const regions = cloud.regions.map(({ name }) => name);
    const ids = await Promise.all(
      regions.map(async (region) =>
        (await ec2Client(cloud, region).describeVolumes({})).Volumes?.map(({ VolumeId }) => VolumeId),
      ),
    );
    expect(new Set(ids.flat()).size).toBe(36);
    expect(cloud.requests.count({ action: 'DescribeVolumes', account: cloud.accounts[0]?.id })).toBe(36);
  });
});
