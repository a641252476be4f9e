// A snapshot that one account shares with another, and takes back.
import { EC2 } from '@aws-sdk/client-ec2';
import { startLocalCloud } from '@proj/local';

const cloud = await startLocalCloud({ regions: ['eu-west-1'] });
const [owner, other] = cloud.accounts.map(
  ({ credentials }) => new EC2({ region: 'eu-west-1', endpoint: cloud.url, credentials }),
);
const count = async () => (await other.describeSnapshots({ RestorableByUserIds: ['self'] })).Snapshots.length;

const { VolumeId } = await owner.createVolume({ AvailabilityZone: 'eu-west-1a', Size: 8 });
const { SnapshotId } = await owner.createSnapshot({ VolumeId, Description: 'to be shared' });
console.log('before sharing the other account sees', await count());

const UserIds = [cloud.accounts[1].id];
const permission = { SnapshotId, Attribute: 'createVolumePermission', UserIds };
await owner.modifySnapshotAttribute({ ...permission, OperationType: 'add' });
console.log('while it is shared', await count());

await owner.modifySnapshotAttribute({ ...permission, OperationType: 'remove' });
console.log('after that', await count());
await cloud.close();
