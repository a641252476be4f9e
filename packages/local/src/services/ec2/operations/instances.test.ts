import { paginateDescribeInstances } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, startForTest } from '../../../testing/clients.js';

describe('instances', { timeout: 30_000 }, () => {
  it('are as many as asked for, and the same every time', async () => {
    const list = async (): Promise<unknown> => {
      const cloud = await startForTest({ seed: { instances: (region) => (region === 'eu-west-1' ? 30 : 0) } });
      expect((await ec2Client(cloud, 'eu-west-2').describeInstances({})).Reservations).toEqual([]);
      const { Reservations } = await ec2Client(cloud, 'eu-west-1').describeInstances({});
      return Reservations?.flatMap(({ Instances }) => Instances);
    };
    const once = await list();
    expect(once).toHaveLength(30);
    expect(await list()).toEqual(once);
  });

  it('are found by state, tag and id', async () => {
    const ec2 = ec2Client(await startForTest({ seed: { instances: 40 } }), 'eu-west-1');
    const count = async (input: Parameters<typeof ec2.describeInstances>[0]): Promise<number> =>
      ((await ec2.describeInstances(input)).Reservations ?? []).flatMap(({ Instances }) => Instances ?? []).length;
    const by = (Name: string, ...Values: string[]): Promise<number> => count({ Filters: [{ Name, Values }] });
    const [running, stopped] = [await by('instance-state-name', 'running'), await by('instance-state-name', 'stopped')];
    expect(running + stopped).toBe(40);
    expect(Math.min(running, stopped)).toBeGreaterThan(0);
    expect(await by('instance-state-code', '16')).toBe(running);
    expect(await by('tag:Name', '*-eu-west-1-7')).toBe(1);
    const id = (await ec2.describeInstances({})).Reservations?.[3]?.Instances?.[0]?.InstanceId ?? '';
    expect(await count({ InstanceIds: [id] })).toBe(1);
    expect(await codeOf(ec2.describeInstances({ InstanceIds: ['i-0123456789abcdef0'] }))).toBe(
      'InvalidInstanceID.NotFound',
    );
    expect(await codeOf(ec2.describeInstances({ MaxResults: 1001 }))).toBe('InvalidParameterValue');
  });

  it('come in pages of 1,000 from a region of 2,300', async () => {
    const client = ec2Client(await startForTest({ seed: { instances: 2300 } }), 'eu-west-1');
    const ids = new Set<string | undefined>();
    let pages = 0;
    for await (const { Reservations = [] } of paginateDescribeInstances({ client, pageSize: 1000 }, {})) {
      pages += 1;
      for (const { InstanceId } of Reservations.flatMap(({ Instances = [] }) => Instances)) ids.add(InstanceId);
    }
    expect([pages, ids.size]).toEqual([3, 2300]);
  });
});
