import { describe, expect, it } from 'vitest';
import { codeOf, ec2Client, otherAccount, startForTest } from '../../../testing/clients.js';

const zone = { AvailabilityZone: 'eu-west-1a' };

describe('snapshots', () => {
  it('are pending at first, and completed when their time is over', async () => {
    const ec2 = ec2Client(await startForTest({ seed: { volumes: 1 } }), 'eu-west-1');
    const VolumeId = (await ec2.describeVolumes({})).Volumes?.[0]?.VolumeId;
    const made = await ec2.createSnapshot({ VolumeId, Description: 'a < b & c' });
    expect(made).toMatchObject({ State: 'pending', VolumeId, Description: 'a < b & c', Encrypted: false });
    const described = await ec2.describeSnapshots({ SnapshotIds: [made.SnapshotId ?? ''] });
    expect(described.Snapshots?.[0]).toMatchObject({ State: 'completed', Progress: '100%', Description: 'a < b & c' });
  });

  it('stay pending for as long as asked, and cannot be used until then', async () => {
    const ec2 = ec2Client(await startForTest({ seed: { volumes: 1 }, snapshotTime: 3_600_000 }), 'eu-west-1');
    const VolumeId = (await ec2.describeVolumes({})).Volumes?.[0]?.VolumeId;
    const { SnapshotId = '' } = await ec2.createSnapshot({ VolumeId });
    const [snapshot] = (await ec2.describeSnapshots({ SnapshotIds: [SnapshotId] })).Snapshots ?? [];
    expect(snapshot).toMatchObject({ State: 'pending', Progress: '0%' });
    expect(await codeOf(ec2.createVolume({ ...zone, SnapshotId }))).toBe('IncorrectState');
    expect(await codeOf(ec2.copySnapshot({ SourceRegion: 'eu-west-1', SourceSnapshotId: SnapshotId }))).toBe(
      'IncorrectState',
    );
  });

  it('of the whole world are listed to whoever names no owner', async () => {
    const cloud = await startForTest({ seed: { snapshots: 3, publicSnapshots: 40 } });
    const ec2 = ec2Client(cloud, 'eu-west-1');
    const count = async (input: Parameters<typeof ec2.describeSnapshots>[0]): Promise<number> =>
      (await ec2.describeSnapshots(input)).Snapshots?.length ?? 0;
    expect(await count({})).toBe(43);
    expect(await count({ OwnerIds: ['self'] })).toBe(3);
    expect(await count({ OwnerIds: [cloud.accounts[0]?.id ?? ''] })).toBe(3);
    const amazons = await count({ OwnerIds: ['amazon'] });
    expect(amazons).toBeGreaterThan(5);
    expect(await count({ Filters: [{ Name: 'owner-alias', Values: ['amazon'] }] })).toBe(amazons);
    expect(await count({ OwnerIds: ['self', 'amazon'] })).toBe(3 + amazons);
    expect(await count({ RestorableByUserIds: ['self'] })).toBe(3);
    expect(await count({ RestorableByUserIds: ['all'] })).toBe(40);
    expect(await codeOf(ec2.describeSnapshots({ OwnerIds: ['me'] }))).toBe('InvalidUserID.Malformed');
  });

  it('of others can be seen and used, not changed', async () => {
    const ec2 = ec2Client(await startForTest({ seed: { publicSnapshots: 1 } }), 'eu-west-1');
    const [theirs] = (await ec2.describeSnapshots({ RestorableByUserIds: ['all'] })).Snapshots ?? [];
    const SnapshotId = theirs?.SnapshotId ?? '';
    expect(await codeOf(ec2.deleteSnapshot({ SnapshotId }))).toBe('UnauthorizedOperation');
    expect(await codeOf(ec2.describeSnapshotAttribute({ SnapshotId, Attribute: 'createVolumePermission' }))).toBe(
      'UnauthorizedOperation',
    );
    expect((await ec2.createVolume({ ...zone, SnapshotId })).Size).toBe(theirs?.VolumeSize);
    expect(await codeOf(ec2.createVolume({ ...zone, SnapshotId, Size: 0 }))).toBe('InvalidParameterValue');
  });

  it('are copied into the region that is called', async () => {
    const cloud = await startForTest({ seed: { snapshots: 1 }, regions: ['eu-west-1', 'eu-west-2'] });
    const [source] = (await ec2Client(cloud, 'eu-west-1').describeSnapshots({ OwnerIds: ['self'] })).Snapshots ?? [];
    const there = ec2Client(cloud, 'eu-west-2');
    const SourceSnapshotId = source?.SnapshotId ?? '';
    const from = { SourceRegion: 'eu-west-1', SourceSnapshotId };
    const plain = await there.copySnapshot({
      ...from,
      Description: 'a copy',
      TagSpecifications: [{ ResourceType: 'snapshot', Tags: [{ Key: 'a', Value: 'b' }] }],
    });
    expect(plain.Tags).toEqual([{ Key: 'a', Value: 'b' }]);
    const encrypted = await there.copySnapshot({ ...from, Encrypted: true, KmsKeyId: 'my-key' });
    const found = await there.describeSnapshots({ SnapshotIds: [plain.SnapshotId ?? '', encrypted.SnapshotId ?? ''] });
    expect(found.Snapshots).toMatchObject([
      { Description: 'a copy', VolumeSize: source?.VolumeSize, VolumeId: 'vol-ffffffff', Encrypted: false },
      { Encrypted: true, KmsKeyId: expect.stringMatching(/:eu-west-2:.*my-key$/) },
    ]);
    expect(await codeOf(there.copySnapshot({ ...from, SourceRegion: 'mars-1' }))).toBe('InvalidParameterValue');
    expect(await codeOf(there.copySnapshot({ ...from, SourceRegion: 'eu-west-2' }))).toBe('InvalidSnapshot.NotFound');
    expect(await codeOf(there.copySnapshot({ ...from, KmsKeyId: 'k' }))).toBe('InvalidParameterDependency');
    const others = otherAccount(cloud, 'eu-west-2');
    expect(await codeOf(others.copySnapshot(from))).toBe('InvalidSnapshot.NotFound');
  });

  it('of encrypted volumes are encrypted, and so is what is made of them', async () => {
    const ec2 = ec2Client(await startForTest({ seed: 'none' }), 'eu-west-1');
    const { VolumeId } = await ec2.createVolume({ ...zone, Size: 1, Encrypted: true });
    const { SnapshotId, Encrypted } = await ec2.createSnapshot({ VolumeId });
    expect(Encrypted).toBe(true);
    expect((await ec2.createVolume({ ...zone, SnapshotId })).Encrypted).toBe(true);
  });
});
