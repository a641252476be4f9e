import type { Filter } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import { ec2Client, startForTest } from '../../../testing/clients.js';

/** What a row shows for each filter. */
type Shown<T> = Readonly<Record<string, (row: T) => string | undefined>>;
type List<T> = (filters: Filter[]) => Promise<readonly T[]>;

/** Every filter, asked for every value that a row shows, gives exactly the rows that show it. */
async function expectFiltersToHold<T>(list: List<T>, shown: Shown<T>): Promise<void> {
  const rows = await list([]);
  for (const [name, show] of Object.entries(shown)) {
    const values = new Set(rows.map(show).filter((value) => value !== undefined));
    expect([name, values.size]).not.toEqual([name, 0]);
    for (const value of values) {
      const found = await list([{ Name: name, Values: [value] }]);
      expect([name, value, found]).toEqual([name, value, rows.filter((row) => show(row) === value)]);
    }
  }
}

const client = async () =>
  ec2Client(
    await startForTest({
      seed: { volumes: 6, instances: 8, snapshots: 3, publicSnapshots: 6, images: 3, publicImages: 6 },
    }),
    'eu-west-1',
  );

describe('the filters', { timeout: 30_000 }, () => {
  it('of DescribeVolumes', async () => {
    const ec2 = await client();
    await ec2.createVolume({ AvailabilityZone: 'eu-west-1a', Size: 4, VolumeType: 'io1', Iops: 100, Encrypted: true });
    await expectFiltersToHold(async (Filters) => (await ec2.describeVolumes({ Filters })).Volumes ?? [], {
      'volume-id': (row) => row.VolumeId,
      status: (row) => row.State,
      size: (row) => String(row.Size),
      'volume-type': (row) => row.VolumeType,
      encrypted: (row) => String(row.Encrypted),
      'snapshot-id': (row) => row.SnapshotId,
      'availability-zone': (row) => row.AvailabilityZone,
      'create-time': (row) => row.CreateTime?.toISOString(),
      'multi-attach-enabled': (row) => String(row.MultiAttachEnabled),
      'attachment.instance-id': (row) => row.Attachments?.[0]?.InstanceId,
      'attachment.device': (row) => row.Attachments?.[0]?.Device,
      'attachment.status': (row) => row.Attachments?.[0]?.State,
      'tag:Environment': (row) => row.Tags?.find(({ Key }) => Key === 'Environment')?.Value,
    });
  });

  it('of DescribeImages', async () => {
    const ec2 = await client();
    await ec2.modifyImageAttribute({
      ImageId: (await ec2.describeImages({ Owners: ['self'] })).Images?.[0]?.ImageId,
      Description: { Value: 'a copy' },
    });
    const list = async (Filters: Filter[]) => (await ec2.describeImages({ Filters })).Images ?? [];
    await expectFiltersToHold(list, {
      'image-id': (row) => row.ImageId,
      name: (row) => row.Name,
      description: (row) => row.Description,
      architecture: (row) => row.Architecture,
      'creation-date': (row) => row.CreationDate,
      state: (row) => row.State,
      'is-public': (row) => String(row.Public),
      'owner-id': (row) => row.OwnerId,
      'owner-alias': (row) => row.ImageOwnerAlias,
      'manifest-location': (row) => row.ImageLocation,
      'root-device-name': (row) => row.RootDeviceName,
      'root-device-type': (row) => row.RootDeviceType,
      'virtualization-type': (row) => row.VirtualizationType,
      'ena-support': (row) => String(row.EnaSupport),
      hypervisor: (row) => row.Hypervisor,
      'image-type': (row) => row.ImageType,
      'product-code': (row) => row.ProductCodes?.[0]?.ProductCodeId,
      'product-code.type': (row) => row.ProductCodes?.[0]?.ProductCodeType,
      'block-device-mapping.device-name': (row) => row.BlockDeviceMappings?.[0]?.DeviceName,
      'block-device-mapping.snapshot-id': (row) => row.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId,
      'block-device-mapping.volume-size': (row) => String(row.BlockDeviceMappings?.[0]?.Ebs?.VolumeSize),
      'block-device-mapping.volume-type': (row) => row.BlockDeviceMappings?.[0]?.Ebs?.VolumeType,
      'block-device-mapping.encrypted': (row) => String(row.BlockDeviceMappings?.[0]?.Ebs?.Encrypted),
      'block-device-mapping.delete-on-termination': (row) =>
        String(row.BlockDeviceMappings?.[0]?.Ebs?.DeleteOnTermination),
      'tag:Environment': (row) => row.Tags?.find(({ Key }) => Key === 'Environment')?.Value,
    });
    expect(await list([{ Name: 'platform', Values: ['windows'] }])).toEqual([]);
  });

  it('of DescribeSnapshots', async () => {
    const ec2 = await client();
    await expectFiltersToHold(async (Filters) => (await ec2.describeSnapshots({ Filters })).Snapshots ?? [], {
      'snapshot-id': (row) => row.SnapshotId,
      'volume-id': (row) => row.VolumeId,
      'volume-size': (row) => String(row.VolumeSize),
      description: (row) => row.Description,
      encrypted: (row) => String(row.Encrypted),
      'owner-id': (row) => row.OwnerId,
      'owner-alias': (row) => row.OwnerAlias,
      progress: (row) => row.Progress,
      'start-time': (row) => row.StartTime?.toISOString(),
      status: (row) => row.State,
      'storage-tier': (row) => row.StorageTier,
      'tag:Name': (row) => row.Tags?.find(({ Key }) => Key === 'Name')?.Value,
    });
  });

  it('of DescribeInstances', async () => {
    const ec2 = await client();
    const list = async (Filters: Filter[]) =>
      ((await ec2.describeInstances({ Filters })).Reservations ?? []).flatMap(
        ({ ReservationId, OwnerId, Instances = [] }) =>
          Instances.map((instance) => ({ ...instance, ReservationId, OwnerId })),
      );
    await expectFiltersToHold(list, {
      'instance-id': (row) => row.InstanceId,
      'instance-state-name': (row) => row.State?.Name,
      'instance-state-code': (row) => String(row.State?.Code),
      'instance-type': (row) => row.InstanceType,
      'availability-zone': (row) => row.Placement?.AvailabilityZone,
      'image-id': (row) => row.ImageId,
      'reservation-id': (row) => row.ReservationId,
      'owner-id': (row) => row.OwnerId,
      'private-ip-address': (row) => row.PrivateIpAddress,
      'ip-address': (row) => row.PublicIpAddress,
      'subnet-id': (row) => row.SubnetId,
      'vpc-id': (row) => row.VpcId,
      'launch-time': (row) => row.LaunchTime?.toISOString(),
      'block-device-mapping.volume-id': (row) => row.BlockDeviceMappings?.[0]?.Ebs?.VolumeId,
      architecture: (row) => row.Architecture,
    });
  });

  it('of DescribeVpcs, DescribeAvailabilityZones and DescribeTags', async () => {
    const ec2 = await client();
    await expectFiltersToHold(async (Filters) => (await ec2.describeVpcs({ Filters })).Vpcs ?? [], {
      'vpc-id': (row) => row.VpcId,
      'owner-id': (row) => row.OwnerId,
      cidr: (row) => row.CidrBlock,
      'cidr-block-association.cidr-block': (row) => row.CidrBlockAssociationSet?.[0]?.CidrBlock,
      'dhcp-options-id': (row) => row.DhcpOptionsId,
      'is-default': (row) => String(row.IsDefault),
      state: (row) => row.State,
    });
    await expectFiltersToHold(
      async (Filters) => (await ec2.describeAvailabilityZones({ Filters })).AvailabilityZones ?? [],
      {
        'zone-name': (row) => row.ZoneName,
        'zone-id': (row) => row.ZoneId,
        'region-name': (row) => row.RegionName,
        state: (row) => row.State,
        'zone-type': (row) => row.ZoneType,
        'opt-in-status': (row) => row.OptInStatus,
        'group-name': (row) => row.GroupName,
      },
    );
    await expectFiltersToHold(async (Filters) => (await ec2.describeTags({ Filters })).Tags ?? [], {
      key: (row) => row.Key,
      value: (row) => row.Value,
      'resource-id': (row) => row.ResourceId,
      'resource-type': (row) => row.ResourceType,
      'tag:Environment': (row) => (row.Key === 'Environment' ? row.Value : undefined),
    });
  });
});
