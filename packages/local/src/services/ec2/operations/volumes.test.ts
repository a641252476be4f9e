import { paginateDescribeVolumes } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, otherAccount, startForTest } from '../../../testing/clients.js';

const zone = { AvailabilityZone: 'eu-west-1a' };

describe('volumes', () => {
  it('are made, described, filtered and deleted', async () => {
    const ec2 = ec2Client(await startForTest({ seed: 'none' }), 'eu-west-1');
    const made = await ec2.createVolume({
      ...zone,
      Size: 5,
      VolumeType: 'gp3',
      Iops: 4000,
      TagSpecifications: [{ ResourceType: 'volume', Tags: [{ Key: 'Name', Value: 'web-1' }] }],
    });
    expect(made).toMatchObject({
      State: 'creating',
      Size: 5,
      VolumeType: 'gp3',
      Iops: 4000,
      Throughput: 125,
      Encrypted: false,
    });
    const other = await ec2.createVolume({ AvailabilityZoneId: 'euw1-az2', Size: 10, Encrypted: true });
    expect(other.KmsKeyId).toMatch(/^arn:aws:kms:eu-west-1:\d{12}:key\//);

    const ids = async (Name: string, ...Values: string[]): Promise<(string | undefined)[]> =>
      (await ec2.describeVolumes({ Filters: [{ Name, Values }] })).Volumes?.map(({ VolumeId }) => VolumeId) ?? [];
    expect(await ids('tag:Name', 'web-*')).toEqual([made.VolumeId]);
    expect(await ids('encrypted', 'true')).toEqual([other.VolumeId]);
    expect(await ids('size', '5', '10')).toEqual([made.VolumeId, other.VolumeId]);
    expect(await ids('availability-zone', 'eu-west-1b')).toEqual([other.VolumeId]);
    expect(await ids('status', 'in-use')).toEqual([]);

    await ec2.deleteVolume({ VolumeId: made.VolumeId });
    expect((await ec2.describeVolumes({})).Volumes).toHaveLength(1);
    expect((await ec2.describeTags({})).Tags).toEqual([]);
    expect(await codeOf(ec2.describeVolumes({ VolumeIds: [made.VolumeId ?? ''] }))).toBe('InvalidVolume.NotFound');
  });

  it('belong to their account and region', async () => {
    const cloud = await startForTest({ seed: { volumes: 3 } });
    expect((await otherAccount(cloud, 'eu-west-1').describeVolumes({})).Volumes).toEqual([]);
    const here = await ec2Client(cloud, 'eu-west-1').describeVolumes({});
    const there = await ec2Client(cloud, 'eu-west-2').describeVolumes({});
    expect(here.Volumes).toHaveLength(3);
    expect(here.Volumes?.map(({ VolumeId }) => VolumeId)).not.toEqual(there.Volumes?.map(({ VolumeId }) => VolumeId));
    const VolumeId = here.Volumes?.[0]?.VolumeId;
    expect(await codeOf(otherAccount(cloud, 'eu-west-1').deleteVolume({ VolumeId }))).toBe('InvalidVolume.NotFound');
  });

  it.each([
    ['MissingParameter', { Size: 5 }],
    ['MissingParameter', { ...zone }],
    ['InvalidZone.NotFound', { AvailabilityZone: 'eu-west-2a', Size: 5 }],
    ['InvalidParameterCombination', { ...zone, AvailabilityZoneId: 'euw1-az1', Size: 5 }],
    ['UnknownVolumeType', { ...zone, Size: 5, VolumeType: 'gp9' as 'gp3' }],
    ['InvalidParameterValue', { ...zone, Size: 0 }],
    ['InvalidParameterValue', { ...zone, Size: 99_999 }],
    ['MissingParameter', { ...zone, Size: 5, VolumeType: 'io2' as const }],
    ['InvalidParameterCombination', { ...zone, Size: 5, Iops: 100, VolumeType: 'gp2' as const }],
    ['InvalidParameterValue', { ...zone, Size: 5, Iops: 100, VolumeType: 'gp3' as const }],
    ['InvalidParameterCombination', { ...zone, Size: 5, Throughput: 125, VolumeType: 'gp2' as const }],
    ['InvalidParameterDependency', { ...zone, Size: 5, KmsKeyId: 'k' }],
    ['InvalidSnapshot.NotFound', { ...zone, SnapshotId: 'snap-0123456789abcdef0' }],
    ['InvalidParameterValue', { ...zone, SnapshotId: 'nonsense' }],
    [
      'InvalidParameterValue',
      {
        ...zone,
        Size: 5,
        TagSpecifications: [{ ResourceType: 'snapshot' as const, Tags: [{ Key: 'a', Value: 'b' }] }],
      },
    ],
    ['UnknownParameter', { ...zone, Size: 5, OutpostArn: 'arn' }],
    ['DryRunOperation', { ...zone, Size: 5, DryRun: true }],
  ])('are refused with %s for %j, and nothing is made', async (code, input) => {
    const ec2 = ec2Client(await startForTest({ seed: 'none' }), 'eu-west-1');
    expect(await codeOf(ec2.createVolume(input))).toBe(code);
    expect((await ec2.describeVolumes({})).Volumes).toEqual([]);
  });

  it('are made once for each client token', async () => {
    const ec2 = ec2Client(await startForTest({ seed: 'none' }), 'eu-west-1');
    const input = { ...zone, Size: 5, ClientToken: 'once' };
    const [first, second] = [await ec2.createVolume(input), await ec2.createVolume(input)];
    expect(second.VolumeId).toBe(first.VolumeId);
    expect(await codeOf(ec2.createVolume({ ...input, Size: 6 }))).toBe('IdempotentParameterMismatch');
    expect((await ec2.describeVolumes({})).Volumes).toHaveLength(1);
  });

  it('come in pages, complete and without repeats', async () => {
    const cloud = await startForTest({ seed: { volumes: 23 } });
    const client = ec2Client(cloud, 'eu-west-1');
    const pages: number[] = [];
    const ids = new Set<string | undefined>();
    for await (const page of paginateDescribeVolumes({ client, pageSize: 10 }, {})) {
      pages.push(page.Volumes?.length ?? 0);
      for (const { VolumeId } of page.Volumes ?? []) ids.add(VolumeId);
    }
    expect(pages).toEqual([10, 10, 3]);
    expect(ids.size).toBe(23);
  });

  it('go on after what was deleted between two pages', async () => {
    const ec2 = ec2Client(await startForTest({ seed: { volumes: 12, instances: 0 } }), 'eu-west-1');
    const all = (await ec2.describeVolumes({})).Volumes?.map(({ VolumeId }) => VolumeId) ?? [];
    const { NextToken } = await ec2.describeVolumes({ MaxResults: 5 });
    for (const VolumeId of all.slice(3, 7)) await ec2.deleteVolume({ VolumeId });
    const rest = await ec2.describeVolumes({ MaxResults: 10, NextToken });
    expect(rest.Volumes?.map(({ VolumeId }) => VolumeId)).toEqual(all.slice(7));
    expect(rest.NextToken).toBeUndefined();
  });

  it('give no second page for a listing that just fits', async () => {
    const ec2 = ec2Client(await startForTest({ seed: { volumes: 5 } }), 'eu-west-1');
    expect((await ec2.describeVolumes({ MaxResults: 5 })).NextToken).toBeUndefined();
  });

  it('refuse what cannot be paged', async () => {
    const cloud = await startForTest({ seed: { volumes: 9 } });
    const ec2 = ec2Client(cloud, 'eu-west-1');
    const { NextToken, Volumes } = await ec2.describeVolumes({ MaxResults: 5 });
    const VolumeIds = [Volumes?.[0]?.VolumeId ?? ''];
    expect(await codeOf(ec2.describeVolumes({ MaxResults: 4 }))).toBe('InvalidParameterValue');
    expect(await codeOf(ec2.describeVolumes({ MaxResults: 5000 }))).toBe('no error');
    expect(await codeOf(ec2.describeVolumes({ MaxResults: 5, VolumeIds }))).toBe('InvalidParameterCombination');
    expect(await codeOf(ec2.describeVolumes({ NextToken: 'nonsense' }))).toBe('InvalidParameterValue');
    expect(await codeOf(ec2.describeInstances({ NextToken }))).toBe('InvalidParameterValue');
    expect(await codeOf(ec2Client(cloud, 'eu-west-2').describeVolumes({ NextToken }))).toBe('InvalidParameterValue');
    expect(await codeOf(otherAccount(cloud, 'eu-west-1').describeVolumes({ NextToken }))).toBe('InvalidParameterValue');
  });

  it('that instances boot from are in use', async () => {
    const ec2 = ec2Client(await startForTest({ seed: { volumes: 4, instances: 1 } }), 'eu-west-1');
    const [root] = (await ec2.describeVolumes({ Filters: [{ Name: 'status', Values: ['in-use'] }] })).Volumes ?? [];
    const [reservation] = (await ec2.describeInstances({})).Reservations ?? [];
    const [instance] = reservation?.Instances ?? [];
    expect(instance?.BlockDeviceMappings?.[0]?.Ebs?.VolumeId).toBe(root?.VolumeId);
    expect(root?.Attachments?.[0]?.InstanceId).toBe(instance?.InstanceId);
    expect(await codeOf(ec2.deleteVolume({ VolumeId: root?.VolumeId }))).toBe('VolumeInUse');
  });
});
