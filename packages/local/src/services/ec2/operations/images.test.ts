import type { EC2, RegisterImageCommandInput } from '@aws-sdk/client-ec2';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LocalCloudOptions } from '../../../index.js';
import { codeOf, ec2Client, otherAccount, startForTest } from '../../../testing/clients.js';

const zone = { AvailabilityZone: 'eu-west-1a' };

async function setting(options: LocalCloudOptions = {}) {
  const cloud = await startForTest({ regions: ['eu-west-1'], seed: 'none', ...options });
  return { cloud, owner: ec2Client(cloud, 'eu-west-1'), other: otherAccount(cloud, 'eu-west-1') };
}

async function snapshotOf(ec2: EC2, volume: object = {}): Promise<string> {
  const { VolumeId } = await ec2.createVolume({ ...zone, Size: 8, ...volume });
  return (await ec2.createSnapshot({ VolumeId })).SnapshotId ?? '';
}

/** What registers an image of a snapshot. */
function specification(SnapshotId: string, Name = 'golden'): RegisterImageCommandInput {
  const BlockDeviceMappings = [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId } }];
  return { Name, RootDeviceName: '/dev/xvda', BlockDeviceMappings };
}

describe('images', () => {
  it('are registered of a snapshot, described, and deregistered', async () => {
    const { cloud, owner } = await setting();
    const SnapshotId = await snapshotOf(owner);
    const { ImageId = '' } = await owner.registerImage({
      ...specification(SnapshotId),
      Description: 'of a root volume',
      Architecture: 'arm64',
      VirtualizationType: 'hvm',
      EnaSupport: true,
      ImdsSupport: 'v2.0',
      BootMode: 'uefi',
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { SnapshotId, VolumeSize: 20, VolumeType: 'gp3', DeleteOnTermination: false } },
        { DeviceName: '/dev/sdb', Ebs: { VolumeSize: 5, Encrypted: true } },
      ],
      TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'Name', Value: 'one' }] }],
    });
    expect((await owner.describeImages({ ImageIds: [ImageId] })).Images).toEqual([
      {
        ImageId,
        ImageLocation: `${cloud.accounts[0]?.id}/golden`,
        State: 'available',
        OwnerId: cloud.accounts[0]?.id,
        CreationDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\.\d{3}Z$/),
        Public: false,
        Architecture: 'arm64',
        ImageType: 'machine',
        PlatformDetails: 'Linux/UNIX',
        UsageOperation: 'RunInstances',
        Name: 'golden',
        Description: 'of a root volume',
        RootDeviceType: 'ebs',
        RootDeviceName: '/dev/xvda',
        BlockDeviceMappings: [
          {
            DeviceName: '/dev/xvda',
            Ebs: { SnapshotId, VolumeSize: 20, VolumeType: 'gp3', DeleteOnTermination: false, Encrypted: false },
          },
          {
            DeviceName: '/dev/sdb',
            Ebs: { VolumeSize: 5, VolumeType: 'standard', DeleteOnTermination: true, Encrypted: true },
          },
        ],
        VirtualizationType: 'hvm',
        Tags: [{ Key: 'Name', Value: 'one' }],
        Hypervisor: 'xen',
        EnaSupport: true,
        SriovNetSupport: 'simple',
        BootMode: 'uefi',
        ImdsSupport: 'v2.0',
      },
    ]);
    expect(await codeOf(owner.deleteSnapshot({ SnapshotId }))).toBe('InvalidSnapshot.InUse');
    expect((await owner.deregisterImage({ ImageId })).DeleteSnapshotResults).toBeUndefined();
    expect((await owner.describeImages({ ImageIds: [ImageId] })).Images).toEqual([]);
    expect(await codeOf(owner.deregisterImage({ ImageId }))).toBe('InvalidAMIID.Unavailable');
    expect((await owner.describeTags({ Filters: [{ Name: 'resource-id', Values: [ImageId] }] })).Tags).toEqual([]);
    expect(await codeOf(owner.deleteSnapshot({ SnapshotId }))).toBe('no error');
  });

  it('take their snapshots along where that is asked for, but for those that another image needs', async () => {
    const { owner } = await setting();
    const [one, two] = [await snapshotOf(owner), await snapshotOf(owner)];
    await owner.registerImage(specification(two, 'other'));
    const { ImageId } = await owner.registerImage({
      ...specification(one),
      BlockDeviceMappings: [one, two].map((SnapshotId, at) => ({
        DeviceName: at === 0 ? '/dev/xvda' : '/dev/sdb',
        Ebs: { SnapshotId },
      })),
    });
    const answer = await owner.deregisterImage({ ImageId, DeleteAssociatedSnapshots: true });
    expect(answer).toMatchObject({
      Return: true,
      DeleteSnapshotResults: [
        { SnapshotId: one, ReturnCode: 'success' },
        { SnapshotId: two, ReturnCode: 'skipped' },
      ],
    });
    const left = (await owner.describeSnapshots({ OwnerIds: ['self'] })).Snapshots;
    expect(left?.map(({ SnapshotId }) => SnapshotId)).toEqual([two]);
  });

  it.each<[string, object]>([
    ['MissingParameter', { Name: '' }],
    ['InvalidAMIName.Malformed', { Name: 'ab' }],
    ['InvalidAMIName.Malformed', { Name: 'what?!' }],
    ['InvalidAMIName.Duplicate', { Name: 'taken' }],
    ['InvalidBlockDeviceMapping', { RootDeviceName: '/dev/sda1' }],
    ['InvalidBlockDeviceMapping', { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 8 } }] }],
    ['InvalidBlockDeviceMapping', { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: {} }] }],
    ['InvalidParameterValue', { Architecture: 'pdp11' }],
    ['InvalidParameterValue', { TagSpecifications: [{ ResourceType: 'snapshot', Tags: [{ Key: 'a', Value: '' }] }] }],
    ['UnknownParameter', { BlockDeviceMappings: [{ DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' }] }],
    ['UnknownParameter', { ImageLocation: 'bucket/manifest.xml' }],
    ['DryRunOperation', { DryRun: true }],
  ])('are refused with %s: %j', async (code, input) => {
    const { owner } = await setting();
    const SnapshotId = await snapshotOf(owner);
    await owner.registerImage(specification(SnapshotId, 'taken'));
    expect(await codeOf(owner.registerImage({ ...specification(SnapshotId), ...input }))).toBe(code);
    expect((await owner.describeImages({ Owners: ['self'] })).Images).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['InvalidBlockDeviceMapping', { VolumeSize: 4 }],
    ['InvalidBlockDeviceMapping', { VolumeType: 'gp9' }],
    ['InvalidParameterDependency', { Encrypted: true }],
    ['InvalidSnapshot.NotFound', { SnapshotId: 'snap-0123456789abcdef0' }],
  ])('are not made of a volume that cannot be: %s, %j', async (code, ebs) => {
    const { owner } = await setting();
    const SnapshotId = await snapshotOf(owner);
    const BlockDeviceMappings = [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId, ...ebs } }];
    expect(await codeOf(owner.registerImage({ ...specification(SnapshotId), BlockDeviceMappings }))).toBe(code);
    const twice = [...BlockDeviceMappings, ...BlockDeviceMappings].map(({ DeviceName }) => ({
      DeviceName,
      Ebs: { SnapshotId },
    }));
    const refused = owner.registerImage({ ...specification(SnapshotId), BlockDeviceMappings: twice });
    expect(await codeOf(refused)).toBe('InvalidBlockDeviceMapping');
  });

  it('need a snapshot that is completed, and are pending for as long as they were told to be', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { owner } = await setting({ snapshotTime: 60_000, imageTime: 60_000 });
    const SnapshotId = await snapshotOf(owner);
    expect(await codeOf(owner.registerImage(specification(SnapshotId)))).toBe('IncorrectState');
    vi.setSystemTime(Date.now() + 60_000);
    const { ImageId = '' } = await owner.registerImage(specification(SnapshotId));
    const state = async () => (await owner.describeImages({ ImageIds: [ImageId] })).Images?.[0]?.State;
    const share = { ImageId, OperationType: 'add' as const, UserGroups: ['all'] };
    expect([await state(), await codeOf(owner.modifyImageAttribute(share))]).toEqual([
      'pending',
      'InvalidAMIID.Unavailable',
    ]);
    vi.setSystemTime(Date.now() + 60_000);
    expect([await state(), await codeOf(owner.modifyImageAttribute(share))]).toEqual(['available', 'no error']);
  });

  it('are named by ids: a malformed or unknown one is an error, one that may not be seen is left out', async () => {
    const { owner, other } = await setting();
    const { ImageId = '' } = await owner.registerImage(specification(await snapshotOf(owner)));
    const find = (ids: string[]) => other.describeImages({ ImageIds: ids });
    expect(await codeOf(find(['image-1']))).toBe('InvalidAMIID.Malformed');
    expect(await codeOf(find(['ami-0123456789abcdef0']))).toBe('InvalidAMIID.NotFound');
    expect((await find([ImageId])).Images).toEqual([]);
    expect(await codeOf(other.deregisterImage({ ImageId }))).toBe('InvalidAMIID.NotFound');
    expect(await codeOf(other.describeImages({ ImageIds: [ImageId], MaxResults: 5 }))).toBe(
      'InvalidParameterCombination',
    );
  });
});

describe('the seeded images', () => {
  const seed = { volumes: 2, instances: 1, snapshots: 1, images: 2, publicImages: 20 };

  it('are the whole world, unless somebody says whose', async () => {
    const { cloud, owner, other } = await setting({ seed });
    const count = async (input: Parameters<typeof owner.describeImages>[0]): Promise<number> =>
      (await owner.describeImages(input)).Images?.length ?? 0;
    expect(await count({})).toBe(2 + 16);
    expect(await count({ IncludeDeprecated: true, IncludeDisabled: true })).toBe(2 + 20);
    expect(await count({ Owners: ['self'] })).toBe(2);
    expect(await count({ Owners: [cloud.accounts[0]?.id ?? ''] })).toBe(2);
    expect(await count({ Owners: ['amazon'] })).toBe(4);
    expect(await count({ Owners: ['aws-marketplace', 'amazon'] })).toBe(8);
    expect(await count({ Owners: ['aws-backup-vault'] })).toBe(0);
    expect(await count({ ExecutableUsers: ['all'] })).toBe(16);
    expect(await count({ ExecutableUsers: ['self'] })).toBe(0);
    expect(await codeOf(owner.describeImages({ Owners: ['me'] }))).toBe('InvalidUserID.Malformed');
    expect((await other.describeImages({ Owners: ['self'] })).Images).toEqual([]);
    expect((await other.describeImages({})).Images).toHaveLength(16);
  });

  it('are what the instances came from, and made of the snapshots that are there', async () => {
    const { owner } = await setting({ seed });
    const { Images = [] } = await owner.describeImages({ Owners: ['self'] });
    const { Reservations = [] } = await owner.describeInstances({});
    const { Snapshots = [] } = await owner.describeSnapshots({ OwnerIds: ['self'] });
    expect(Images.map(({ ImageId }) => ImageId)).toContain(Reservations[0]?.Instances?.[0]?.ImageId);
    expect(Images.map(({ BlockDeviceMappings }) => BlockDeviceMappings?.[0]?.Ebs?.SnapshotId)).toEqual(
      Images.map(() => Snapshots[0]?.SnapshotId),
    );
    const bare = await setting({ seed: { ...seed, snapshots: 0 } });
    const [image] = (await bare.owner.describeImages({ Owners: ['self'] })).Images ?? [];
    expect([image?.RootDeviceType, image?.BlockDeviceMappings]).toEqual(['instance-store', []]);
  });

  it('come in pages', async () => {
    const { owner } = await setting({ seed });
    const sizes: number[] = [];
    const ids = new Set<string>();
    let NextToken: string | undefined;
    do {
      const page = await owner.describeImages({ MaxResults: 7, NextToken });
      sizes.push(page.Images?.length ?? 0);
      for (const { ImageId = '' } of page.Images ?? []) ids.add(ImageId);
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect([sizes, ids.size]).toEqual([[7, 7, 4], 18]);
  });

  it('of others can be seen, not changed', async () => {
    const { owner } = await setting({ seed });
    const [image] = (await owner.describeImages({ Owners: ['aws-marketplace'] })).Images ?? [];
    const ImageId = image?.ImageId ?? '';
    expect(image?.ProductCodes).toEqual([{ ProductCodeId: expect.any(String), ProductCodeType: 'marketplace' }]);
    expect(await codeOf(owner.deregisterImage({ ImageId }))).toBe('AuthFailure');
    expect(await codeOf(owner.describeImageAttribute({ ImageId, Attribute: 'launchPermission' }))).toBe('AuthFailure');
    expect(await codeOf(owner.createTags({ Resources: [ImageId], Tags: [{ Key: 'a', Value: 'b' }] }))).toBe('no error');
    expect((await owner.describeImages({ ImageIds: [ImageId] })).Images?.[0]?.Tags).toEqual([{ Key: 'a', Value: 'b' }]);
  });
});
