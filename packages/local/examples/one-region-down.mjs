import { EC2 } from '@aws-sdk/client-ec2';
import { startLocalCloud } from '@proj/local';

const cloud = await startLocalCloud({
  latency: 'measured',
  faults: { 'us-west-2': { kind: 'reset' } },
});

const listing = ['us-east-1', 'eu-west-1', 'us-west-2'].map(async (region) => {
  const ec2 = new EC2({ region, endpoint: cloud.url, credentials: cloud.credentials });
  const { Volumes = [] } = await ec2.describeVolumes({});
  return `${region} has ${Volumes.length} volumes`;
});

for (const outcome of await Promise.allSettled(listing)) {
  console.log(outcome.status === 'fulfilled' ? outcome.value : `failed: ${outcome.reason.code}`);
}
await cloud.close();
