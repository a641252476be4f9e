import { createReadStream } from 'node:fs';
import { S3 } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

/** The same parts, and as many at once. @param {import('./transfer-child.mjs').Order} order @returns {import('./transfer-child.mjs').Mover} */
export function make({ url: endpoint, credentials, bucket: Bucket, file }) {
  const client = new S3({ region: 'us-east-1', endpoint, credentials, forcePathStyle: true });
  return {
    warm: () => client.putObject({ Bucket, Key: 'small', Body: 'x' }),
    move: () => {
      const params = { Bucket, Key: 'lib-storage', Body: createReadStream(file) };
      return new Upload({ client, params, partSize: 8 * 2 ** 20, queueSize: 4 }).done();
    },
  };
}
