import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '@proj/local';
import { afterAll, beforeAll } from 'vitest';
import { environmentOfItsOwn } from './environment.js';

/** A cloud for the tests of a file, which the environment of each test leads to. */
export function cloudForTests(options: LocalCloudOptions = {}): () => LocalCloud {
  let cloud: LocalCloud | undefined;
  beforeAll(async () => {
    cloud = await startLocalCloud(options);
  });
  afterAll(() => cloud?.close());
  const running = () => {
    if (cloud === undefined) throw new Error('the cloud has not started');
    return cloud;
  };
  environmentOfItsOwn(() => {
    const { url, credentials } = running();
    return {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
  });
  return running;
}
