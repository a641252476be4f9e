import { expect, onTestFinished, test, vi } from 'vitest';
import { Ec2Region } from './ec2-region.js';
import type { Image } from './images/image.js';
import type { Shareable } from './sharing/shareable.js';
import { accountOf, cloudOf } from './testing/cloud.js';

const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'];
const organization = 'arn:aws:organizations::123456789012:organization/o-123example';

async function twoAccounts(imageTime = 0) {
  const seed = { volumes: 1, instances: 0, snapshots: 1, images: 1, publicSnapshots: 0, publicImages: 20 };
  const cloud = await cloudOf({ regions, seed, imageTime });
  const [first, second] = cloud.accounts;
  if (first === undefined || second === undefined) throw new Error('the cloud has not two accounts');
  return { cloud, owner: accountOf(cloud, 0), other: accountOf(cloud, 1), ownerId: first.id, otherId: second.id };
}

const ids = (images: readonly Image[]) => images.map(({ id }) => id);

/** An image of a snapshot of the region's first volume, registered by the SDK's own client. */
async function register(region: Ec2Region, volume: { readonly encrypted?: boolean } = {}): Promise<Image> {
  const key = volume.encrypted ? { encrypted: true, kmsKeyId: 'my-key' } : {};
  const made = await region.createVolume({ availabilityZone: `${region.region}a`, size: 1, ...key });
  const snapshot = await made.createSnapshot('root').then((pending) => pending.waitUntilCompleted());
  const { ImageId = '' } = await region.native.registerImage({
    ...{ Name: `of-${snapshot.id}`, RootDeviceName: '/dev/xvda' },
    BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId: snapshot.id } }],
  });
  return region.image(ImageId);
}

test('an account shares an image with another, which sees it, until it is taken back', async () => {
  const { owner, other, ownerId, otherId } = await twoAccounts();
  const image = await register(owner.at('eu-west-1'));
  const elsewhere = other.at('eu-west-1');
  await expect(elsewhere.image(image.id)).rejects.toMatchObject({ name: 'Ec2NotFoundError' });
  await image.share({ userIds: [otherId, '963068290131'] });
  expect(await image.permissions()).toEqual({ userIds: [otherId, '963068290131'], groups: [] });

  const shared = await elsewhere.image(image.id);
  expect([await shared.account(), shared.public, shared.name]).toEqual([ownerId, false, image.name]);
  expect(ids((await other.images({ executableBy: ['self'] })).flat())).toEqual([image.id]);
  expect((await other.images()).flat()).toEqual([]);
  expect(await shared.snapshots()).toEqual([]);
  await expect(shared.share({ groups: ['all'] })).rejects.toMatchObject({ name: 'AuthFailure' });
  await expect(shared.permissions()).rejects.toMatchObject({ name: 'AuthFailure' });

  await image.unshare({ userIds: [otherId] });
  await expect(shared.refresh()).rejects.toMatchObject({ name: 'Ec2NotFoundError' });
  expect((await other.images({ executableBy: ['self'] })).flat()).toEqual([]);
  expect(await image.permissions()).toEqual({ userIds: ['963068290131'], groups: [] });
});

test('what is public is seen by all, and only in its region', async () => {
  const { owner, other } = await twoAccounts();
  const image = await register(owner.at('us-east-1'));
  await image.share({ groups: ['all'], organizationArns: [organization] });
  expect(await image.permissions()).toEqual({ userIds: [], groups: ['all'], organizationArns: [organization] });
  expect((await image.refresh()).public).toBe(true);
  const seen = await other.images({ public: true }).byRegion();
  expect([...seen].map(([region, list]) => [region, ids(list).includes(image.id)])).toEqual([
    ['us-east-1', true],
    ['eu-west-1', false],
    ['ap-southeast-2', false],
  ]);
  await image.resetPermissions();
  expect(await image.permissions()).toEqual({ userIds: [], groups: [] });
  expect(ids(await other.at('us-east-1').images({ public: true }))).not.toContain(image.id);
});

test('a plain listing has what one owns; the rest of the world only when it is asked for', async () => {
  const { owner, ownerId } = await twoAccounts();
  const mine = (await owner.images()).flat();
  expect(mine).toHaveLength(regions.length);
  expect(new Set(await Promise.all(mine.map((image) => image.account())))).toEqual(new Set([ownerId]));
  const world = (await owner.images({ public: true })).flat();
  expect(world).toHaveLength(16 * regions.length);
  expect(await Promise.all(world.map((image) => image.account()))).not.toContain(ownerId);
  expect((await owner.images({ public: true, includeDeprecated: true })).flat()).toHaveLength(20 * regions.length);
  const sold = (await owner.images({ owners: ['aws-marketplace'] })).flat();
  expect(sold.length).toBeGreaterThan(0);
  expect(sold.every(({ productCodes, raw }) => productCodes.length === 1 && raw.ImageOwnerAlias)).toBe(true);
  const pages = await owner.paginateImages({ public: true }, { pageSize: 10 }).toArray();
  expect(pages.map(({ images }) => images.length).sort()).toEqual([10, 10, 10, 6, 6, 6]);
});

test('what is encrypted is not made public: without a request, and the service would refuse it too', async () => {
  const { cloud, owner, otherId } = await twoAccounts();
  const ireland = owner.at('eu-west-1');
  const image = await register(ireland, { encrypted: true });
  expect(image.encrypted).toBe(true);
  await expect(image.share({ groups: ['all'] })).rejects.toMatchObject({ rule: 'encryptedNotPublic' });
  expect(cloud.requests.count({ action: 'ModifyImageAttribute' })).toBe(0);
  await image.share({ userIds: [otherId] });
  const unchecked = ireland.native.modifyImageAttribute({
    ...{ ImageId: image.id, LaunchPermission: { Add: [{ Group: 'all' }] } },
  });
  await expect(unchecked).rejects.toMatchObject({ name: 'UnsupportedOperation' });
});

test('a deregistered image is gone, and its snapshots can then be deleted', async () => {
  const { owner } = await twoAccounts();
  const image = await register(owner.at('eu-west-1'));
  const [snapshot, ...more] = await image.snapshots();
  expect([snapshot?.id, more]).toEqual([image.snapshotIds[0], []]);
  await expect(snapshot?.delete()).rejects.toMatchObject({ name: 'InvalidSnapshot.InUse' });
  await image.deregister();
  await expect(image.refresh()).rejects.toMatchObject({ name: 'Ec2NotFoundError' });
  await expect(image.permissions()).rejects.toMatchObject({ name: 'InvalidAMIID.Unavailable' });
  await snapshot?.delete();
});

test('an image that takes its time is waited for', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { owner } = await twoAccounts(30_000);
  const pending = await register(owner.at('eu-west-1'));
  const states: unknown[] = [];
  const { image: look } = Ec2Region.prototype;
  const looks = vi.spyOn(Ec2Region.prototype, 'image').mockImplementation(async function (
    this: Ec2Region,
    id,
    options,
  ) {
    const seen = await look.call(this, id, options);
    states.push(seen.state);
    // When the wait has begun its pause.
    if (seen.state === 'pending') setImmediate(() => vi.advanceTimersByTime(10_000));
    return seen;
  });
  onTestFinished(() => looks.mockRestore());
  const image = await pending.waitUntilAvailable({ pollInterval: 10_000 });
  expect([pending.state, image.state]).toEqual(['pending', 'available']);
  expect(states).toEqual(['pending', 'pending', 'pending', 'available']);
});

test('images and snapshots are shared by the same code', async () => {
  const { owner, otherId } = await twoAccounts();
  const ireland = owner.at('eu-west-1');
  const image = await register(ireland);
  const [snapshot] = await image.snapshots();
  const things: readonly Shareable[] = snapshot ? [image, snapshot] : [];
  for (const thing of things) await thing.share({ userIds: [otherId], groups: ['all'] });
  const shared = await Promise.all(things.map((thing) => thing.permissions()));
  expect(shared).toEqual(Array(2).fill({ userIds: [otherId], groups: ['all'] }));
  await Promise.all(things.map(async (thing) => thing.unshare(await thing.permissions())));
  const left = await Promise.all(things.map((thing) => thing.permissions()));
  expect(left).toEqual(Array(2).fill({ userIds: [], groups: [] }));
});
