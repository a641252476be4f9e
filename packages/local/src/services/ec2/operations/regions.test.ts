import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, otherAccount, startForTest } from '../../../testing/clients.js';

describe('regions', () => {
  it('are 36, all of them enabled', async () => {
    const { Regions } = await ec2Client(await startForTest(), 'us-east-1').describeRegions({});
    expect(Regions).toHaveLength(36);
    expect(Regions).toContainEqual({
      RegionName: 'eu-west-1',
      Endpoint: 'ec2.eu-west-1.amazonaws.com',
      OptInStatus: 'opt-in-not-required',
    });
    expect(Regions?.filter(({ OptInStatus }) => OptInStatus === 'opted-in')).toHaveLength(19);
  });

  it('that are off are shown when asked for, and let nobody in', async () => {
    const cloud = await startForTest({
      regions: ['us-east-1', 'me-south-1', { name: 'af-south-1', optIn: 'not-opted-in' }],
      faults: { 'me-south-1': { kind: 'notEnabled' } },
    });
    const ec2 = ec2Client(cloud, 'us-east-1');
    const names = async (input: object): Promise<unknown> =>
      (await ec2.describeRegions(input)).Regions?.map(({ RegionName }) => RegionName);
    expect(await names({})).toEqual(['us-east-1']);
    expect(await names({ AllRegions: true })).toEqual(['us-east-1', 'me-south-1', 'af-south-1']);
    expect(await names({ RegionNames: ['me-south-1'] })).toEqual(['me-south-1']);
    expect(await names({ AllRegions: true, Filters: [{ Name: 'opt-in-status', Values: ['not-*'] }] })).toEqual([
      'me-south-1',
      'af-south-1',
    ]);
    expect(await codeOf(ec2.describeRegions({ RegionNames: ['mars-1'] }))).toBe('InvalidParameterValue');
    expect(await codeOf(ec2Client(cloud, 'me-south-1').describeVolumes({}))).toBe('AuthFailure');
    expect(await codeOf(ec2Client(cloud, 'af-south-1').describeVolumes({}))).toBe('AuthFailure');
    await cloud.setFaults({});
    expect(await codeOf(ec2Client(cloud, 'me-south-1').describeVolumes({}))).toBe('no error');
  });

  it('have three zones each', async () => {
    const ec2 = ec2Client(await startForTest(), 'ap-southeast-2');
    const { AvailabilityZones } = await ec2.describeAvailabilityZones({});
    expect(AvailabilityZones?.map(({ ZoneName, ZoneId }) => [ZoneName, ZoneId])).toEqual([
      ['ap-southeast-2a', 'apse2-az1'],
      ['ap-southeast-2b', 'apse2-az2'],
      ['ap-southeast-2c', 'apse2-az3'],
    ]);
    expect((await ec2.describeAvailabilityZones({ ZoneIds: ['apse2-az2'] })).AvailabilityZones).toHaveLength(1);
    expect(await codeOf(ec2.describeAvailabilityZones({ ZoneNames: ['us-east-1a'] }))).toBe('InvalidParameterValue');
  });

  it('have a default VPC for each account', async () => {
    const cloud = await startForTest();
    const [mine] = (await ec2Client(cloud, 'eu-west-1').describeVpcs({})).Vpcs ?? [];
    const [theirs] = (await otherAccount(cloud, 'eu-west-1').describeVpcs({})).Vpcs ?? [];
    expect(mine).toMatchObject({
      IsDefault: true,
      CidrBlock: '172.31.0.0/16',
      State: 'available',
      OwnerId: cloud.accounts[0]?.id,
    });
    expect(theirs?.VpcId).not.toBe(mine?.VpcId);
    expect(await codeOf(ec2Client(cloud, 'eu-west-1').describeVpcs({ VpcIds: [theirs?.VpcId ?? ''] }))).toBe(
      'InvalidVpcID.NotFound',
    );
  });

  it('say that a dry run would have succeeded', async () => {
    const ec2 = ec2Client(await startForTest(), 'eu-west-1');
    expect(await codeOf(ec2.describeVolumes({ DryRun: true }))).toBe('DryRunOperation');
  });
});
