import { ec2, isEc2RuleError } from '@proj/ec2';

const virginia = ec2().in('us-east-1');
const mine = (await virginia.snapshots()).flat();
const sharedWithMe = (await virginia.snapshots({ restorableBy: ['self'] })).flat();
const amazons = (await virginia.snapshots({ owners: ['amazon'], public: true })).flat();
console.log(mine.length, sharedWithMe.length, amazons.length);

const volume = await amazons[0]?.createVolume({ availabilityZone: 'us-east-1a', tags: { Name: 'try it' } });
console.log(await volume?.arn());
await volume?.delete();

try {
  await mine[0]?.share({ userIds: ['9630-6829-0131'] });
} catch (error) {
  if (!isEc2RuleError(error)) throw error;
  console.log(error.rule, error.source); // accountId https://docs.aws.amazon.com/…
}
