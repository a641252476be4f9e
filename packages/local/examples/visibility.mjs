import { SQS } from '@aws-sdk/client-sqs';
import { ManualClock, startLocalCloud } from '@proj/local';

const clock = new ManualClock();
const cloud = await startLocalCloud({ clock });
const sqs = new SQS({ region: 'eu-west-1', endpoint: cloud.url, credentials: cloud.credentials });

const { QueueUrl } = await sqs.createQueue({ QueueName: 'orders' });
await sqs.sendMessage({ QueueUrl, MessageBody: 'one tea' });
const receive = async () => (await sqs.receiveMessage({ QueueUrl })).Messages?.[0]?.Body ?? 'nothing';
console.log(await receive(), '/', await receive());
clock.advance(30_000); // the visibility time-out
console.log(await receive());
await cloud.close();
