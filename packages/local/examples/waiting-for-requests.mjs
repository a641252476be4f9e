// A test of a call that is given up, without a sleep: the cloud says when the request has come.
import { EC2 } from '@aws-sdk/client-ec2';
import { startLocalCloud } from '@proj/local';

const cloud = await startLocalCloud({ faults: { 'me-south-1': { kind: 'silent' } } });
const ec2 = new EC2({ region: 'me-south-1', endpoint: cloud.url, credentials: cloud.credentials });
const controller = new AbortController();

const call = ec2.describeVolumes({}, { abortSignal: controller.signal });
await cloud.requests.waitFor({ region: 'me-south-1', action: 'DescribeVolumes' });
controller.abort();
await call.catch((error) => console.log('the call ended with', error.name));

await cloud.setFaults({});
const { Volumes } = await ec2.describeVolumes({});
console.log('after the outage there are', Volumes.length, 'volumes');
await cloud.close();
