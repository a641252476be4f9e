import { ec2 } from '@proj/ec2';

const everywhere = ec2(); // every region that is enabled for the account
const { values, failures } = await everywhere.volumes().settled();
for (const { target, status, error } of failures) console.warn(target.region, status, error.message);

const [volume] = values.flat();
if (!volume) throw new Error('no volume in any region that answered');
console.log(`${values.flat().length} volumes; ${volume.id} is in ${volume.region} and has ${volume.size} GiB`);

const pending = await volume.createSnapshot('This is my test snapshot for the blog');
const snapshot = await pending.waitUntilCompleted({ onProgress: ({ percent }) => console.log(`${percent} %`) });
await snapshot.share({ userIds: ['963068290131'] });
console.log(await snapshot.permissions()); // { userIds: ['963068290131'], groups: [] }
await snapshot.resetPermissions();
await snapshot.delete();
