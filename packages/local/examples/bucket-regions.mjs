import { S3 } from '@aws-sdk/client-s3';
import { startLocalCloud } from '@proj/local';

const cloud = await startLocalCloud();
const { credentials } = cloud;
const s3 = (region = 'eu-west-1', endpoint = cloud.url) => new S3({ region, endpoint, credentials });

await s3().createBucket({ Bucket: 'teas', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } });
await s3().putObject({ Bucket: 'teas', Key: 'green', Body: 'sencha' });

// Another region says where the bucket is: at an address of its own by a redirect, at the common one by what is wrong.
for (const endpoint of [cloud.endpoint('s3', 'us-west-2'), cloud.url]) {
  const failed = await s3('us-west-2', endpoint)
    .getObject({ Bucket: 'teas', Key: 'green' })
    .catch((error) => error);
  console.log(failed.$metadata.httpStatusCode, failed.name, failed.$response.headers['x-amz-bucket-region']);
}
const { Body } = await s3().getObject({ Bucket: 'teas', Key: 'green' });
console.log(await Body?.transformToString());
await cloud.close();
