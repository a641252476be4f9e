import { expect, test } from 'vitest';
import type { Snapshot } from './snapshots/snapshot.js';
import { accountOf, cloudOf } from './testing/cloud.js';

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];

async function twoAccounts() {
  const cloud = await cloudOf({ regions, seed: { volumes: 2, instances: 0, snapshots: 0, publicSnapshots: 3 } });
  const [owner, other] = [accountOf(cloud, 0), accountOf(cloud, 1)];
  const [first, second] = cloud.accounts;
  if (first === undefined || second === undefined) throw new Error('the cloud has not two accounts');
  return { cloud, owner, other, ownerId: first.id, otherId: second.id };
}

const ids = (snapshots: readonly Snapshot[]) => snapshots.map(({ id }) => id);

test('an account shares a snapshot with another, which makes a volume of it, until it is taken back', async () => {
  const { owner, other, ownerId, otherId } = await twoAccounts();
  const [volume] = await owner
    .in('eu-west-1')
    .volumes()
    .flat((list) => list);
  if (volume === undefined) throw new Error('Ireland has no volume');
  const pending = await volume.createSnapshot('This is my test snapshot for the blog', { copyTags: true });
  expect(pending.state).toBe('pending');
  const snapshot = await pending.waitUntilCompleted();
  expect(snapshot).toMatchObject({ region: 'eu-west-1', state: 'completed', progress: 100, volumeId: volume.id });
  expect({ ...snapshot.tags }).toEqual({ ...volume.tags });
  expect(await snapshot.account()).toBe(ownerId);

  const elsewhere = other.at('eu-west-1');
  await expect(elsewhere.snapshot(snapshot.id)).rejects.toMatchObject({ name: 'Ec2NotFoundError' });
  await snapshot.share({ userIds: [otherId, '963068290131'] });
  expect(await snapshot.permissions()).toEqual({ userIds: [otherId, '963068290131'], groups: [] });

  const shared = await elsewhere.snapshot(snapshot.id);
  expect(await shared.account()).toBe(ownerId);
  expect(ids((await other.snapshots({ restorableBy: ['self'] })).flat())).toEqual([snapshot.id]);
  expect((await other.snapshots()).flat()).toEqual([]);
  const copy = await shared.createVolume({ availabilityZone: 'eu-west-1a', tags: { Name: 'copy' } });
  expect(copy).toMatchObject({ region: 'eu-west-1', size: volume.size });
  expect(await copy.arn()).toBe(`arn:aws:ec2:eu-west-1:${otherId}:volume/${copy.id}`);
  await expect(shared.share({ groups: ['all'] })).rejects.toMatchObject({ name: 'UnauthorizedOperation' });

  await snapshot.unshare({ userIds: [otherId] });
  const refused = shared.createVolume({ availabilityZone: 'eu-west-1a' });
  await expect(refused).rejects.toMatchObject({ name: 'InvalidSnapshot.NotFound' });
  expect(await snapshot.permissions()).toEqual({ userIds: ['963068290131'], groups: [] });
  await copy.delete();
  await expect(copy.refresh()).rejects.toMatchObject({ name: 'Ec2NotFoundError' });
});

test('what is public is seen by all, and only in its region', async () => {
  const { owner, other, otherId } = await twoAccounts();
  const [volume] = await owner.at('us-east-1').volumes();
  const snapshot = await volume?.createSnapshot('for everybody');
  if (snapshot === undefined) throw new Error('there is no volume');
  await snapshot.share({ groups: ['all'], userIds: [otherId] });
  expect(await snapshot.permissions()).toEqual({ userIds: [otherId], groups: ['all'] });

  const seen = await other.snapshots({ public: true }).byRegion();
  expect([...seen].map(([region, list]) => [region, ids(list).includes(snapshot.id)])).toEqual([
    ['us-east-1', true],
    ['eu-west-1', false],
    ['ap-southeast-2', false],
  ]);
  await snapshot.resetPermissions();
  expect(await snapshot.permissions()).toEqual({ userIds: [], groups: [] });
  expect(ids(await other.at('us-east-1').snapshots({ public: true }))).not.toContain(snapshot.id);
});

test('a plain listing has what one owns; the rest of the world only when it is asked for', async () => {
  const { owner, ownerId } = await twoAccounts();
  const [volume] = await owner.at('eu-west-1').volumes();
  const mine = await volume?.createSnapshot('mine');
  expect(ids((await owner.snapshots()).flat())).toEqual([mine?.id]);
  expect(ids((await volume?.snapshots()) ?? [])).toEqual([mine?.id]);
  const world = (await owner.snapshots({ public: true })).flat();
  expect(world).toHaveLength(3 * regions.length);
  expect(await Promise.all(world.map((snapshot) => snapshot.account()))).not.toContain(ownerId);
  expect((await owner.snapshots({ public: true, owners: ['self'] })).flat()).toEqual([]);
  const amazons = (await owner.snapshots({ owners: ['amazon'] })).flat();
  expect(amazons.length).toBeGreaterThan(0);
  expect(amazons.every(({ raw }) => raw.OwnerAlias === 'amazon')).toBe(true);
});

test('what is encrypted is not made public: without a request, and the service would refuse it too', async () => {
  const { cloud, owner, otherId } = await twoAccounts();
  const ireland = owner.at('eu-west-1');
  const volume = await ireland.createVolume({
    ...{ availabilityZone: 'eu-west-1a', size: 1, encrypted: true, kmsKeyId: 'my-key' },
  });
  expect(volume.encrypted).toBe(true);
  const snapshot = await volume.createSnapshot('secret');
  await expect(snapshot.share({ groups: ['all'] })).rejects.toMatchObject({ rule: 'encryptedNotPublic' });
  expect(cloud.requests.count({ action: 'ModifySnapshotAttribute' })).toBe(0);
  await snapshot.share({ userIds: [otherId] });
  const unchecked = ireland.native.modifySnapshotAttribute({
    ...{ SnapshotId: snapshot.id, OperationType: 'add', GroupNames: ['all'] },
  });
  await expect(unchecked).rejects.toMatchObject({ name: 'OperationNotPermitted' });
});

test('five hundred changes are taken', async () => {
  const { owner } = await twoAccounts();
  const [volume] = await owner.at('eu-west-1').volumes();
  const snapshot = await volume?.createSnapshot('for many');
  const userIds = Array.from({ length: 500 }, (_, index) => String(index).padStart(12, '0'));
  await snapshot?.share({ userIds });
  expect((await snapshot?.permissions())?.userIds).toEqual(userIds);
  await snapshot?.delete();
  await expect(snapshot?.permissions()).rejects.toMatchObject({ name: 'InvalidSnapshot.NotFound' });
});
