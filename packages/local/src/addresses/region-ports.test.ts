import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, startForTest } from '../testing/clients.js';

const regions = ['eu-west-1', 'eu-west-2'];

function at(endpoint: string): { endpoint: string; requestHandler: { connectionTimeout: number } } {
  return { endpoint, requestHandler: { connectionTimeout: 300 } };
}

describe('a region’s own port', () => {
  it('is given to a region that refuses connections, and to no other', async () => {
    const cloud = await startForTest({ regions, faults: { 'eu-west-1': { kind: 'refused' } } });
    const endpoint = cloud.endpoint('ec2', 'eu-west-1');
    expect(new URL(endpoint).origin).not.toBe(cloud.url);
    expect(new URL(cloud.endpoint('ec2', 'eu-west-2')).origin).toBe(cloud.url);
    await expect(ec2Client(cloud, 'eu-west-1', at(endpoint)).describeVpcs({})).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await expect(ec2Client(cloud, 'eu-west-1').describeVpcs({})).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('takes connections again when the region does', async () => {
    const cloud = await startForTest({ regions, faults: { 'eu-west-1': { kind: 'refused' } } });
    const endpoint = cloud.endpoint('ec2', 'eu-west-1');
    const ec2 = ec2Client(cloud, 'eu-west-1', at(endpoint));
    expect(await codeOf(ec2.describeVpcs({}))).not.toBe('no error');
    await cloud.setFaults({});
    expect(cloud.endpoint('ec2', 'eu-west-1')).toBe(endpoint);
    expect(await codeOf(ec2.describeVpcs({}))).toBe('no error');
    await cloud.setFaults({ 'eu-west-1': { kind: 'refused' } });
    await expect(ec2Client(cloud, 'eu-west-1', at(endpoint)).describeVpcs({})).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });

  it('swallows connections that nobody takes', async () => {
    const cloud = await startForTest({ regions, faults: { 'eu-west-1': { kind: 'unaccepted' } } });
    const endpoint = cloud.endpoint('ec2', 'eu-west-1');
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(endpoint).port) });
    expect(await codeOf(ec2Client(cloud, 'eu-west-1', at(endpoint)).describeVpcs({}))).toBe('TimeoutError');
    expect(socket.connecting).toBe(true);
    socket.destroy();
    await cloud.setFaults({});
    expect(await codeOf(ec2Client(cloud, 'eu-west-1', at(endpoint)).describeVpcs({}))).toBe('no error');
  });

  it('is given back at the end', async () => {
    const cloud = await startForTest({
      regions,
      faults: { 'eu-west-1': { kind: 'refused' }, 'eu-west-2': { kind: 'unaccepted' } },
    });
    const ports = ['eu-west-1', 'eu-west-2'].map((region) => Number(new URL(cloud.endpoint('ec2', region)).port));
    await cloud.close();
    for (const port of ports) {
      const socket = connect({ host: '127.0.0.1', port });
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect(error.code).toBe('ECONNREFUSED');
    }
  });
});
