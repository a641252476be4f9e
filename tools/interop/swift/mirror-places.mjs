import { cloudFiles, v1 } from '@proj/cloudfiles';
import { s3 } from '@proj/s3';

/** @typedef {{ readonly s3: string, readonly keys: { accessKeyId: string, secretAccessKey: string }, readonly auth: string }} Cluster */

/**
 * Places of one cluster: a bucket of its S3 interface, a container of its own, and a bucket to come back to.
 * @param {Cluster} cluster
 */
export async function placesOf({ s3: endpoint, keys: credentials, auth: authUrl }) {
  const buckets = s3({ regions: ['us-east-1'], endpoint, credentials, config: { forcePathStyle: true } });
  const login = v1({ authUrl, user: credentials.accessKeyId, key: credentials.secretAccessKey });
  const containers = await cloudFiles({ dfw: login });
  const region = buckets.at('us-east-1');
  const account = containers.at('dfw');
  return {
    region,
    account,
    there: region.bucket('mirrored'),
    container: account.container('mirrored here'),
    back: region.bucket('mirrored-back'),
    close: async () => {
      await buckets[Symbol.asyncDispose]();
      await containers[Symbol.asyncDispose]();
    },
  };
}
