import type { EC2, Volume as RawVolume } from '@aws-sdk/client-ec2';
import type { Fanout, FanoutStream, Report } from '@proj/core';
import { expectTypeOf, test } from 'vitest';
import {
  type Ec2Region,
  type Ec2Set,
  ec2,
  type Image,
  type ImagePage,
  type Permissions,
  type Shareable,
  type Snapshot,
  type SnapshotPage,
  type Volume,
  type VolumePage,
} from './index.js';

const everywhere = ec2();

test('the example of sharing a snapshot compiles as it is written', async () => {
  const [volume] = await everywhere
    .volumes()
    .settled()
    .then((report) => report.values.flat());
  if (!volume) throw new Error('no volume in any region that answered');
  const snapshot = await volume.createSnapshot('This is my test snapshot for the blog');
  await snapshot.share({ userIds: ['963068290131'] });
  await snapshot.share({ groups: ['all'] });
  await snapshot.unshare({ groups: ['all'] });
  await snapshot.permissions();
  await everywhere.map(({ native }) => native.describeVpcs({}));
  expectTypeOf(volume).toEqualTypeOf<Volume>();
  expectTypeOf(snapshot).toEqualTypeOf<Snapshot>();
  expectTypeOf(snapshot.permissions()).resolves.toEqualTypeOf<Permissions>();
});

test('the set has the methods of a region, fanned out', () => {
  expectTypeOf(everywhere).toEqualTypeOf<Ec2Set>();
  expectTypeOf(everywhere.volumes()).toEqualTypeOf<Fanout<readonly Volume[]>>();
  expectTypeOf(everywhere.snapshots({ public: true })).toEqualTypeOf<Fanout<readonly Snapshot[]>>();
  expectTypeOf(everywhere.images({ executableBy: ['self'] })).toEqualTypeOf<Fanout<readonly Image[]>>();
  expectTypeOf(everywhere.image('ami-1')).toEqualTypeOf<Fanout<Image>>();
  expectTypeOf(everywhere.paginateImages({}, { pageSize: 5 })).toEqualTypeOf<FanoutStream<ImagePage>>();
  expectTypeOf(everywhere.paginateVolumes()).toEqualTypeOf<FanoutStream<VolumePage>>();
  expectTypeOf(everywhere.paginateSnapshots({}, { pageSize: 5 })).toEqualTypeOf<FanoutStream<SnapshotPage>>();
  expectTypeOf(everywhere.paginateVolumes().items((page) => page.volumes)).toEqualTypeOf<FanoutStream<Volume>>();
  expectTypeOf(everywhere.volumes().settled()).resolves.toEqualTypeOf<Report<readonly Volume[]>>();
  expectTypeOf(everywhere.at('eu-west-1')).toEqualTypeOf<Ec2Region>();
  expectTypeOf(everywhere.at('eu-west-1').native).toEqualTypeOf<EC2>();
  expectTypeOf(everywhere.in('eu-*').with({ timeout: 1_000 })).toEqualTypeOf<Ec2Set>();
});

test('what is no method of a region is not there', () => {
  // @ts-expect-error an SDK operation is on `native`, not on the set
  everywhere.describeVolumes;
  // @ts-expect-error properties do not fan out
  everywhere.native;
  // @ts-expect-error nor do accessors
  everywhere.region;
  // @ts-expect-error commands go to a set of clients
  everywhere.send;
});

declare const volume: Volume;
declare const snapshot: Snapshot;
declare const image: Image;
declare const permissions: Permissions;

test('objects are what they were, and say what they may not know', () => {
  expectTypeOf(volume.raw).toEqualTypeOf<RawVolume>();
  expectTypeOf(volume.size).toEqualTypeOf<number | undefined>();
  expectTypeOf(volume.tags['Name']).toEqualTypeOf<string | undefined>();
  expectTypeOf(volume.account()).toEqualTypeOf<Promise<string>>();
  expectTypeOf(volume.arn()).toEqualTypeOf<Promise<string>>();
  expectTypeOf(volume.delete()).toEqualTypeOf<Promise<void>>();
  expectTypeOf<Snapshot>().toExtend<Shareable>();
  expectTypeOf<Image>().toExtend<Shareable>();
  expectTypeOf(image.permissions()).resolves.toEqualTypeOf<Permissions>();
  expectTypeOf(image.creationDate).toEqualTypeOf<Date | undefined>();
  expectTypeOf(image.public).toEqualTypeOf<boolean>();
  // @ts-expect-error images are deregistered, which leaves their snapshots
  image.delete;
  expectTypeOf<Volume>().not.toExtend<Shareable>();
  // @ts-expect-error the id stays
  volume.id = 'vol-2';
  // @ts-expect-error tags stay
  volume.tags['Name'] = 'other';
  // @ts-expect-error a snapshot is no volume
  expectTypeOf(snapshot).toEqualTypeOf<Volume>();
});

test('sharing takes lists of texts, and the one group', () => {
  snapshot.unshare(permissions);
  image.unshare(permissions);
  image.share({ organizationArns: ['arn:aws:organizations::123456789012:organization/o-123example'] });
  // @ts-expect-error snapshots are not shared with organizations
  snapshot.share({ organizationArns: ['arn:aws:organizations::123456789012:organization/o-123example'] });
  // @ts-expect-error a number loses leading zeros
  snapshot.share({ userIds: [963068290131] });
  // @ts-expect-error there is no other group
  snapshot.share({ groups: ['everyone'] });
  // @ts-expect-error adding and removing are separate calls
  snapshot.share({ add: ['963068290131'] });
  // @ts-expect-error a list, even of one
  snapshot.share({ userIds: '963068290131' });
  // @ts-expect-error something has to change
  snapshot.share();
});

test('making and listing take what EC2 takes', () => {
  const ireland = everywhere.at('eu-west-1');
  ireland.createVolume({ availabilityZone: 'eu-west-1a', size: 8, type: 'gp3' });
  ireland.volumes({ filters: { 'tag:Name': ['a'], status: 'available' } });
  ireland.volumes({ filters: [{ Name: 'status', Values: ['available'] }] });
  volume.createSnapshot('copy', { tags: volume.tags });
  // @ts-expect-error a volume needs a zone
  ireland.createVolume({ size: 8 });
  // @ts-expect-error there is no such type
  ireland.createVolume({ availabilityZone: 'eu-west-1a', size: 8, type: 'gp9' });
  // @ts-expect-error its snapshot is the one it is called on
  snapshot.createVolume({ availabilityZone: 'eu-west-1a', snapshotId: 'snap-2' });
  // @ts-expect-error a misspelt option
  ireland.volumes({ filter: {} });
  // @ts-expect-error images are executed, not restored
  everywhere.images({ restorableBy: ['self'] });
  // @ts-expect-error a wait for an image has no progress to tell
  image.waitUntilAvailable({ onProgress: () => {} });
  // @ts-expect-error volumes have no owners to ask for
  everywhere.volumes({ owners: ['self'] });
  // @ts-expect-error a filter's value is a text
  ireland.volumes({ filters: { size: 8 } });
  // @ts-expect-error a snapshot has a description
  volume.createSnapshot();
});

test('a set takes what any set takes, and the options of the EC2 client', () => {
  ec2({ regions: ['eu-*'], config: { maxAttempts: 1 }, timeout: 1_000 });
  // @ts-expect-error no option of the client
  ec2({ config: { maxAttemptz: 1 } });
  // @ts-expect-error no option of a set
  ec2({ region: 'eu-west-1' });
});
