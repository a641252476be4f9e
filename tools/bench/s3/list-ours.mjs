import { s3 } from '@proj/s3';

/** All keys, by ranges that are found while the listing runs. @param {string} endpoint @param {boolean} ordered */
export async function list(endpoint, ordered) {
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const everywhere = s3({ regions: ['us-east-1'], endpoint, credentials, config: { forcePathStyle: true } });
  const rows = everywhere
    .at('us-east-1')
    .bucket('bucket')
    .list({ with: ['size'], ordered });
  let keys = 0;
  for await (const page of rows.pages()) for (const _ of page) keys += 1;
  return keys;
}
