import { S3 } from '@aws-sdk/client-s3';
import { askAll } from './router-plan.mjs';

/** One client that follows redirects, as the SDK has it. @param {import('./router-child.mjs').Cloud} cloud */
export async function run({ url: endpoint, credentials }) {
  const client = new S3({
    region: 'us-east-1',
    endpoint,
    credentials,
    forcePathStyle: true,
    followRegionRedirects: true,
    requestHandler: { httpAgent: { maxSockets: 256 } },
  });
  return askAll((Bucket) => client.headObject({ Bucket, Key: 'key' }));
}
