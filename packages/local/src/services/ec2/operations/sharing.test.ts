import type { EC2 } from '@aws-sdk/client-ec2';
import { describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../../index.js';
import { codeOf, ec2Client, otherAccount, startForTest } from '../../../testing/clients.js';

const zone = { AvailabilityZone: 'eu-west-1a' };
const THIRD = '963068290131';

interface Setting {
  readonly cloud: LocalCloud;
  readonly owner: EC2;
  readonly other: EC2;
  readonly otherId: string;
  readonly SnapshotId: string;
}

async function setting(): Promise<Setting> {
  const cloud = await startForTest({ seed: { snapshots: 1, publicSnapshots: 0 } });
  const owner = ec2Client(cloud, 'eu-west-1');
  const [snapshot] = (await owner.describeSnapshots({})).Snapshots ?? [];
  return {
    cloud,
    owner,
    other: otherAccount(cloud, 'eu-west-1'),
    otherId: cloud.accounts[1]?.id ?? '',
    SnapshotId: snapshot?.SnapshotId ?? '',
  };
}

async function permissions({ owner, SnapshotId }: Setting): Promise<readonly (string | undefined)[]> {
  const answer = await owner.describeSnapshotAttribute({ SnapshotId, Attribute: 'createVolumePermission' });
  return answer.CreateVolumePermissions?.map(({ UserId, Group }) => UserId ?? Group) ?? [];
}

describe('sharing a snapshot', () => {
  it('with an account lets it in, and ending it shuts it out', async () => {
    const all = await setting();
    const { owner, other, otherId, SnapshotId } = all;
    expect(await codeOf(other.describeSnapshots({ SnapshotIds: [SnapshotId] }))).toBe('InvalidSnapshot.NotFound');
    await owner.modifySnapshotAttribute({
      SnapshotId,
      Attribute: 'createVolumePermission',
      OperationType: 'add',
      UserIds: [otherId],
    });
    expect(await permissions(all)).toEqual([otherId]);
    expect((await other.describeSnapshots({ RestorableByUserIds: ['self'] })).Snapshots).toMatchObject([
      { SnapshotId },
    ]);
    expect((await other.describeSnapshots({ RestorableByUserIds: ['all'] })).Snapshots).toEqual([]);
    expect((await owner.describeSnapshots({ RestorableByUserIds: [otherId] })).Snapshots).toHaveLength(1);
    expect(await codeOf(other.createVolume({ ...zone, SnapshotId }))).toBe('no error');
    expect(await codeOf(other.deleteSnapshot({ SnapshotId }))).toBe('UnauthorizedOperation');

    await owner.modifySnapshotAttribute({ SnapshotId, CreateVolumePermission: { Remove: [{ UserId: otherId }] } });
    expect(await permissions(all)).toEqual([]);
    expect(await codeOf(other.createVolume({ ...zone, SnapshotId }))).toBe('InvalidSnapshot.NotFound');
    expect((await other.describeSnapshots({})).Snapshots).toEqual([]);
  });

  it('with everybody, and making it private again', async () => {
    const all = await setting();
    const { owner, other, SnapshotId } = all;
    await owner.modifySnapshotAttribute({
      SnapshotId,
      CreateVolumePermission: { Add: [{ Group: 'all' }, { UserId: THIRD }] },
    });
    expect(await permissions(all)).toEqual(['all', THIRD]);
    expect((await other.describeSnapshots({})).Snapshots).toMatchObject([{ SnapshotId }]);
    expect((await other.describeSnapshots({ RestorableByUserIds: ['self'] })).Snapshots).toEqual([]);
    await owner.modifySnapshotAttribute({ SnapshotId, OperationType: 'remove', GroupNames: ['all'] });
    expect(await permissions(all)).toEqual([THIRD]);
    await owner.resetSnapshotAttribute({ SnapshotId, Attribute: 'createVolumePermission' });
    expect(await permissions(all)).toEqual([]);
  });

  it('keeps each account’s tags its own', async () => {
    const { owner, other, SnapshotId } = await setting();
    await owner.modifySnapshotAttribute({ SnapshotId, OperationType: 'add', GroupNames: ['all'] });
    await other.createTags({ Resources: [SnapshotId], Tags: [{ Key: 'Name', Value: 'mine' }] });
    expect((await other.describeSnapshots({})).Snapshots?.[0]?.Tags).toEqual([{ Key: 'Name', Value: 'mine' }]);
    const names = (await owner.describeSnapshots({})).Snapshots?.[0]?.Tags?.filter(({ Key }) => Key === 'Name');
    expect(names).not.toEqual([{ Key: 'Name', Value: 'mine' }]);
  });

  it.each([
    [
      'InvalidParameterCombination',
      { CreateVolumePermission: { Add: [{ UserId: THIRD }], Remove: [{ Group: 'all' as const }] } },
    ],
    [
      'InvalidParameterCombination',
      { OperationType: 'add' as const, UserIds: [THIRD], CreateVolumePermission: { Add: [{ UserId: THIRD }] } },
    ],
    ['InvalidParameterCombination', { OperationType: 'add' as const }],
    ['MissingParameter', {}],
    ['MissingParameter', { UserIds: [THIRD] }],
    ['InvalidParameterValue', { OperationType: 'share' as 'add', UserIds: [THIRD] }],
    ['InvalidUserID.Malformed', { OperationType: 'add' as const, UserIds: ['12345'] }],
    ['InvalidParameterValue', { OperationType: 'add' as const, GroupNames: ['some'] }],
    [
      'InvalidParameterValue',
      { OperationType: 'add' as const, UserIds: Array.from({ length: 501 }, (_, n) => String(100_000_000_000 + n)) },
    ],
    ['InvalidParameterValue', { OperationType: 'add' as const, UserIds: [THIRD], Attribute: 'productCodes' as const }],
  ])('is refused with %s', async (code, input) => {
    const all = await setting();
    expect(await codeOf(all.owner.modifySnapshotAttribute({ SnapshotId: all.SnapshotId, ...input }))).toBe(code);
    expect(await permissions(all)).toEqual([]);
  });

  it('takes 500 accounts at once', async () => {
    const all = await setting();
    const UserIds = Array.from({ length: 500 }, (_, n) => String(100_000_000_000 + n));
    await all.owner.modifySnapshotAttribute({ SnapshotId: all.SnapshotId, OperationType: 'add', UserIds });
    expect(await permissions(all)).toEqual(UserIds);
  });

  it('of encrypted ones depends on the key, and never means everybody', async () => {
    const { owner } = await setting();
    const made = async (KmsKeyId?: string): Promise<string> => {
      const volume = await owner.createVolume({ ...zone, Size: 1, Encrypted: true, ...(KmsKeyId && { KmsKeyId }) });
      return (await owner.createSnapshot({ VolumeId: volume.VolumeId })).SnapshotId ?? '';
    };
    const [byDefault, byOwn] = [await made(), await made('my-key')];
    const share = (SnapshotId: string, who: object): Promise<string> =>
      codeOf(owner.modifySnapshotAttribute({ SnapshotId, OperationType: 'add', ...who }));
    expect(await share(byDefault, { UserIds: [THIRD] })).toBe('OperationNotPermitted');
    expect(await share(byOwn, { UserIds: [THIRD] })).toBe('no error');
    expect(await share(byOwn, { GroupNames: ['all'] })).toBe('OperationNotPermitted');
  });
});
